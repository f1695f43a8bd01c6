/**
 * What 总览, 目标 and 进度 show of a year that has neither targets nor figures: where to begin, and
 * which years have some.
 */
import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';

interface NoTargetsProps {
  readonly page: string;
  readonly year: number;
  /** the years that have some, newest first */
  readonly others: readonly number[];
  readonly onYear: (year: number) => void;
  readonly onImport: () => void;
  readonly onCreate: () => void;
  readonly children?: ReactNode;
}
const MOST = 3;

export function NoTargets({
  page,
  year,
  others,
  onYear,
  onImport,
  onCreate,
  children,
}: NoTargetsProps): ReactElement {
  const shown = others.filter((one) => one !== year).slice(0, MOST);
  return (
    <section className="empty-page" aria-label={page}>
      <p>
        尚无{year}年的目标。从表格导入，或先建指标
        {shown.length === 0 ? '' : `；${shown.join('、')}年的已经有了`}。
      </p>
      <div className="buttons">
        {shown.map((one) => (
          <Button key={one} onClick={() => onYear(one)}>
            看{one}年
          </Button>
        ))}
        <Button type="primary" onClick={onImport}>
          从表格导入
        </Button>
        <Button onClick={onCreate}>先建指标</Button>
      </div>
      {children}
    </section>
  );
}
