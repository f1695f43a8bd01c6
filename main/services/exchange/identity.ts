/**
 * Who this book is among others: its name, its key pair, the circles it shares rows in, and the
 * number of its newest change.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomInt } from 'node:crypto';
import { upperPartner } from '../../data/exchange/parcels.ts';
import type { BookWriter, Reader } from '../../data/open.ts';
import { setting, setSetting } from '../../data/settings.ts';
import { countyUnit } from '../../data/units/units.ts';
import type { BookTick } from '../../domain/exchange/version.ts';
import { Fault } from '../../domain/fault.ts';

export interface BookIdentity {
  /** what other books call this one; also the circle that it shares with the offices below */
  readonly name: string;
  /** public key, base64 of its DER */
  readonly key: string;
  /** PEM */
  readonly privateKey: string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const NAME_LENGTH = 10;

/** null before the first package was made or taken. */
function bookIdentity(db: Reader): BookIdentity | null {
  const [name, privateKey] = [setting(db, 'bookName'), setting(db, 'bookKey')];
  if (name === null || privateKey === null) return null;
  const key = createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'der' });
  return { name, privateKey, key: key.toString('base64') };
}

/** Makes name and keys where the book has none yet. They stay for good: no undo takes them back. */
export function ensureIdentity(tx: BookWriter): BookIdentity {
  const present = bookIdentity(tx);
  if (present !== null) return present;
  const { privateKey } = generateKeyPairSync('ed25519');
  const name = Array.from({ length: NAME_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(
    '',
  );
  setSetting(tx, 'bookName', name);
  setSetting(tx, 'bookKey', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const made = bookIdentity(tx);
  if (made === null) throw new RangeError('the identity was not kept');
  return made;
}

/**
 * What the next change of this book would be. A book that was never named has nothing to tell from
 * others'.
 */
export const nextTick = (db: Reader): BookTick => ({
  book: setting(db, 'bookName') ?? 'none',
  count: Number(setting(db, 'bookCount') ?? '0') + 1,
});

/** Takes the next number for good. */
export function takeTick(tx: BookWriter): BookTick {
  const tick = nextTick(tx);
  setSetting(tx, 'bookCount', String(tick.count));
  return tick;
}

/** The circle of the office above; null where this book takes tasks from nobody. */
export const upperCircle = (db: Reader): string | null => upperPartner(db)?.circle ?? null;

/**
 * The unit whose book this is: what the office above calls it, else the county itself. @throws
 * Fault county.missing
 */
export function ownUnit(db: Reader): number {
  const unit = upperPartner(db)?.unit ?? countyUnit(db);
  if (unit === null) throw new Fault('county.missing', {});
  return unit;
}
