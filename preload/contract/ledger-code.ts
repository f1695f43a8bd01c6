/**
 * The code of a ledger in a call: a built-in one, or one that users define (whether there is such a
 * one, the services know).
 */
import { z } from 'zod';
import { LEDGER_CODES } from '../../main/domain/ledgers/index.ts';
import { isOwnCode, type OwnCode } from '../../main/domain/ledgers/own-code.ts';

export const ownCode = z.custom<OwnCode>((value) => typeof value === 'string' && isOwnCode(value));
export const ledgerCode = z.union([z.enum(LEDGER_CODES), ownCode]);
