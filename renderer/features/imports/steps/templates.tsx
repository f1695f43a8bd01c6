/**
 * 模板: an empty workbook of each ledger or of a month's figures, or one with what is at hand;
 * filled in, it comes back without a question.
 */
import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import { calendarName } from '../../../../main/domain/days/assessment-year.ts';
import { call, faultOf } from '../../../bridge/bridge.ts';
import type { Input } from '../../../../preload/contract/index.ts';
import { usePeriod } from '../../../stores/period.ts';
import { useSession } from '../../../stores/session.ts';
import { useKinds } from './head.tsx';
import { setImportState } from '../draft/store.ts';

type Ledger = Input<'imports.template'>['ledger'];
/** The month of a form of figures. */
type Month = Pick<Input<'imports.template'>, 'year' | 'month'>;

async function download(
  ledger: string,
  label: string,
  filled: boolean,
  month: Month = {},
): Promise<void> {
  try {
    const to = await call('shell.saveAs', {
      name: filled ? label : `${label}（模板）`,
      extension: 'xlsx',
    });
    if (to === null) return;
    const { file } = await call('imports.template', {
      ledger: ledger as Ledger,
      to: to.handle,
      filled,
      ...month,
    });
    setImportState({ said: `已存为“${file}”。填好后导入，不再提问。`, fault: null });
  } catch (error) {
    setImportState({ fault: faultOf(error) });
  }
}

type Give = (ledger: string, label: string, filled: boolean, month?: Month) => void;

function Row({
  ledger,
  label,
  name,
  busy,
  give,
  month,
}: {
  readonly ledger: string;
  readonly label: string;
  readonly name: React.ReactNode;
  readonly busy: boolean;
  readonly give: Give;
  readonly month?: Month;
}) {
  return (
    <tr>
      <td>{name}</td>
      <td className="is-figure">
        <Button
          size="small"
          disabled={busy}
          aria-label={`${label}空白模板`}
          onClick={() => give(ledger, label, false, month)}
        >
          空白
        </Button>{' '}
        <Button
          size="small"
          disabled={busy}
          aria-label={`${label}带现有数据的模板`}
          onClick={() => give(ledger, label, true, month)}
        >
          带现有数据
        </Button>
      </td>
    </tr>
  );
}

/**
 * 月报表: the figures of one month, of the month that the other pages look at until another is
 * chosen.
 */
function MonthRow({ busy, give }: { readonly busy: boolean; readonly give: Give }) {
  const open = useSession(({ session }) => session?.year ?? null);
  const looked = usePeriod(({ months }) => (open === null ? undefined : months[open]));
  const [chosen, choose] = useState<Month>({});
  const [firstMonth, setFirst] = useState(1);
  useEffect(() => {
    void call('progress.rules', {})
      .then((rules) => setFirst(rules.firstMonth))
      .catch(() => undefined);
  }, []);
  if (open === null) return null;
  const [year, month] = [chosen.year ?? open, chosen.month ?? looked ?? 1];
  const name = (
    <>
      月报表{' '}
      <Select
        size="small"
        aria-label="月报表的年份"
        popupMatchSelectWidth={false}
        value={year}
        options={[open - 1, open, open + 1].map((value) => ({ value, label: `${value}年` }))}
        onChange={(value: number) => choose({ year: value, month })}
      />{' '}
      <Select
        size="small"
        aria-label="月报表的月份"
        popupMatchSelectWidth={false}
        value={month}
        options={Array.from({ length: 12 }, (_, at) => ({
          value: at + 1,
          label: calendarName(at + 1, firstMonth),
        }))}
        onChange={(value: number) => choose({ year, month: value })}
      />
    </>
  );
  return (
    <Row
      ledger="figures"
      label={`${year}年${calendarName(month, firstMonth)}月报表`}
      name={name}
      busy={busy}
      give={give}
      month={{ year, month }}
    />
  );
}

export function Templates() {
  const kinds = useKinds();
  const [busy, setBusy] = useState(false);
  const give: Give = (ledger, label, filled, month) => {
    setBusy(true);
    void download(ledger, label, filled, month).finally(() => setBusy(false));
  };
  return (
    <section className="imp-past" aria-label="模板">
      <h2>模板</h2>
      <table>
        <tbody>
          <MonthRow busy={busy} give={give} />
          {kinds.map(({ value, label }) => (
            <Row key={value} ledger={value} label={label} name={label} busy={busy} give={give} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
