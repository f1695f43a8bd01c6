/** The code of a ledger in a call: a built-in one, or one that users define (whether there is such a one, the services know). */
import { z } from 'zod';
import { isOwnCode, LEDGER_CODES, type OwnCode } from '../../main/domain/ledgers/index.ts';

export type { AnyCode, OwnCode } from '../../main/domain/ledgers/index.ts';

export const ownCode = z.custom<OwnCode>((value) => typeof value === 'string' && isOwnCode(value));
export const ledgerCode = z.union([z.enum(LEDGER_CODES), ownCode]);
