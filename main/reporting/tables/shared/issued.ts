/** Who issues a document and to whom, from the office's settings. */
import type { OfficeDocument } from '../../model/document.ts';
import type { YearSource } from './year.ts';

/** The county's own name is no organ: it signs only where the office has named none. */
export function issued(
  source: Pick<YearSource, 'context' | 'documentHead'>,
): Pick<OfficeDocument, 'mark' | 'number' | 'to' | 'copies' | 'sealed' | 'signer'> {
  const head = source.documentHead();
  const organ = head.organ === '' ? source.context.county : head.organ;
  return {
    mark: head.marked ? `${organ}文件` : null,
    number: head.number === '' ? null : head.number,
    to: head.to.length === 0 ? ['各有关单位'] : head.to,
    copies: head.copies,
    sealed: head.sealed,
    signer: organ,
  };
}
