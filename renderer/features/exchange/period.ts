/** The month that a page exchanges. */
export interface ExchangePeriod {
  readonly year: number;
  readonly month: number;
}
