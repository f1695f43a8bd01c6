/**
 * The answers to a column whose head leaves open what it is: a field of the ledger, beside the
 * record, or not at all.
 */
import { Button, Select } from 'antd';
import type { ImportAnswer } from '../../../../preload/contract/answers.ts';
import { isToldByFiles } from '../../../../main/domain/ledgers/field.ts';
import { knownLedgerOf } from '../../../stores/ledgers.ts';
import type { ImportProblem } from '../draft/problems.ts';

interface ColumnQuestionProps {
  readonly problem: ImportProblem;
  readonly ledger: string | null;
  readonly onAnswer: (answer: ImportAnswer) => void;
}

export function ColumnQuestion({ problem, ledger, onAnswer }: ColumnQuestionProps) {
  const { file, sheet, table, column, head } = problem;
  const fields = (knownLedgerOf(ledger ?? '')?.fields ?? []).filter(isToldByFiles);
  const answer = (field: string | null, use: 'field' | 'extra' | 'ignore'): void =>
    onAnswer({ kind: 'field', file, sheet, table, column: column ?? '', field, use });
  return (
    <div className="imp-answers">
      <Select
        size="small"
        className="imp-unit-choice"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={`${column ?? ''}列是哪个字段`}
        title={head}
        placeholder="选字段"
        popupMatchSelectWidth={false}
        value={null}
        options={fields.map(({ code, label }) => ({ value: code, label }))}
        onChange={(code: string | null) => code !== null && answer(code, 'field')}
      />
      <Button size="small" onClick={() => answer(null, 'extra')}>
        存为附加信息
      </Button>
      <Button size="small" onClick={() => answer(null, 'ignore')}>
        不导入
      </Button>
    </div>
  );
}
