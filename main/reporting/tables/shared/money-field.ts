/** The project ledger's amounts by their code, checked once when the program starts. */
import { fieldOf, type MoneyField } from '../../../domain/ledgers/field.ts';
import { project, type ProjectField } from '../../../domain/ledgers/project.ts';

export function moneyField(code: ProjectField): MoneyField {
  const field = fieldOf(project, code);
  if (field.kind !== 'money') throw new RangeError(`${code} is not an amount`);
  return field;
}
