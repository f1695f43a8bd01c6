/** The ledgers that are shipped as definitions (domain.md §10): created in a book by one call. */
import { equipment, events, helpedFirms, polluters } from './enterprises.ts';
import type { Shipped } from './field.ts';
import { founders, informationWorkers, servicePoints, trainings } from './villages.ts';

export const SHIPPED: readonly Shipped[] = [
  servicePoints,
  polluters,
  equipment,
  informationWorkers,
  trainings,
  founders,
  helpedFirms,
  events,
];
