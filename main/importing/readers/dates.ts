/**
 * Dates as workbooks hold them: serial numbers that a number format makes days, and ISO text. No
 * time zone comes near them.
 */
import { dayOf } from '../../domain/days/day.ts';
import type { CellValue } from '../sheet/sheet.ts';

/** 31 December 2199, the last day that a ledger takes. */
export const LAST_SERIAL = 109_574;
const EPOCH_1904 = 1462;
/** 29 February 1900 */
const NEVER = 60;

/**
 * A serial number as its day. Excel counts a 29 February 1900 that never was: 0 and 60 are no days,
 * those between stand one off.
 */
export function dateOf(serial: number, since1904: boolean): CellValue {
  const whole = Math.floor(serial + 1 / 864_000);
  const days = whole + (since1904 ? EPOCH_1904 : 0);
  const seconds = Math.round((serial - whole) * 86_400);
  if (days < 1 || days === NEVER || days > LAST_SERIAL) return serial;
  const date = new Date(Date.UTC(1899, 11, 30 + days + (days < 60 ? 1 : 0)));
  const day = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  return seconds > 0
    ? {
        day,
        time: [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
          .map((part) => String(part).padStart(2, '0'))
          .join(':'),
      }
    : { day };
}

/** The ISO text of a cell of type d; anything else stays the text that it is. */
export function isoDate(text: string): CellValue {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?Z?)?$/.exec(
    text.trim(),
  );
  if (match === null) return text;
  const [, year, month, date, hour, minute, second = '00'] = match;
  const day = dayOf(Number(year), Number(month), Number(date));
  return hour === undefined || `${hour}${minute}${second}` === '000000'
    ? { day }
    : { day, time: `${hour}:${minute}:${second}` };
}

/** Whether a number format shows a day or a time of day. A length of time ([h]:mm) is a number. */
export function isDateFormat(format: string): boolean {
  const [first = ''] = format.replace(/"[^"]*"?|\\.|[_*]./gs, '').split(';');
  if (/\[[hms]+\]/i.test(first)) return false;
  const codes = first.replace(/\[[^\]]*\]?/g, '');
  if (/^\s*general\s*$/i.test(codes)) return false;
  return /[ymdhs]|上午|下午|AM\/PM|A\/P/i.test(codes.replace(/general/gi, ''));
}
