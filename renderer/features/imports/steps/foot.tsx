/**
 * The foot of the check: what the import would do, in counts and sums, and the button that does it.
 */
import { Button, Checkbox } from 'antd';
import { useMemo } from 'react';
import type { ImportDraft } from '../../../../preload/contract/imports.ts';
import { fieldLabel } from '../draft/changes.ts';
import { closeImport, writeImport } from '../draft/actions.ts';
import { setOnlyValid, useImport } from '../draft/store.ts';
import { importTakes, tallyOf } from '../draft/tally.ts';

export function Foot({ draft }: { readonly draft: ImportDraft }) {
  const onlyValid = useImport((state) => state.onlyValid);
  const busy = useImport((state) => state.busy);
  const tally = useMemo(() => tallyOf(draft), [draft]);
  const ofRows = [
    ['新增', tally.new, ''],
    ['变更', tally.changed, ''],
    ['相同', tally.unchanged, ''],
  ] as const;
  const counts = [
    ...(draft.ledger === null ? ([['识别出的数', draft.facts, '']] as const) : []),
    ...ofRows,
    ...(tally.checked > 0 ? ([['只作核对', tally.checked, '']] as const) : []),
    ['待回答', tally.waiting, tally.waiting > 0 ? 'is-question' : ''],
    ['拒收', tally.rejected, tally.rejected > 0 ? 'is-error' : ''],
    ...(tally.cells > 0 ? ([['空着的格', tally.cells, 'is-question']] as const) : []),
    ...(draft.leftOut.length > 0
      ? ([['未导入的表', draft.leftOut.length, 'is-question']] as const)
      : []),
    ...(tally.skipped > 0 ? ([['跳过', tally.skipped, '']] as const) : []),
  ] as const;
  const asks = useImport((state) => state.problems.some((one) => one.level === 'question'));
  const sums = Object.entries(draft.sums);
  const said =
    sums.length > 0
      ? `合计　${sums.map(([field, sum]) => `${fieldLabel(draft.ledger, field)} ${sum}`).join('　')}`
      : '';
  return (
    <footer className="imp-foot">
      {counts.map(([label, value, mark]) => (
        <span key={label} className={`imp-count ${mark}`}>
          {label}
          <b>{value}</b>
        </span>
      ))}
      <span className="imp-sums" title={said}>
        {said}
      </span>
      <Checkbox checked={onlyValid} onChange={(event) => setOnlyValid(event.target.checked)}>
        待回答的行暂不导入
      </Checkbox>
      <Button size="large" onClick={() => void closeImport()}>
        取消
      </Button>
      <Button
        size="large"
        type="primary"
        autoFocus={!asks}
        loading={busy}
        onClick={() => void writeImport()}
      >{`导入 ${importTakes(tally, onlyValid)} ${draft.ledger === null ? '个数' : '条'}`}</Button>
    </footer>
  );
}
