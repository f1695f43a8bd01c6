/** The code, and the table, of a ledger that users define. */
export type OwnCode = `own_${string}`;
/** `own_ledger` is the table of their definitions. */
export const isOwnCode = (code: string): code is OwnCode =>
  /^own_[a-z0-9_]{1,40}$/.test(code) && code !== 'own_ledger';
