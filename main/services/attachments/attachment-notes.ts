/**
 * A package carries no files: what a report leaves behind is named in words that travel with it and
 * are printed.
 */
import { everyAttachment } from '../../data/attachments/attachments.ts';
import type { Reader } from '../../data/open.ts';
import { wholeRow } from '../../data/records/records.ts';
import type { ReportNote } from '../../domain/exchange/package.ts';
import { builtInLedgerOf } from '../../domain/ledgers/index.ts';

const MOST_NAMED = 20;

/** Of the records of these ledgers; nothing where they have no files. */
export function attachmentNotes(db: Reader, ledgers: readonly string[]): readonly ReportNote[] {
  const rows = everyAttachment(db).filter(({ ledger }) => ledgers.includes(ledger));
  if (rows.length === 0) return [];
  const named = rows.slice(0, MOST_NAMED).map(({ ledger, record, name }) => {
    const of = builtInLedgerOf(ledger);
    const whose = of === null ? null : wholeRow(db, of, record)?.[of.nameField];
    return `${whose ?? record}的“${name}”`;
  });
  const more = rows.length > MOST_NAMED ? '等' : '';
  return [
    {
      finding: `有${rows.length}个附件不在包内`,
      explained: `另行送达：${named.join('、')}${more}`,
    },
  ];
}
