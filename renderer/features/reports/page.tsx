/** 报表: the real pages of a table, its options beside them, and the ways onto paper. */
import { Button } from 'antd';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { LEDGER_CODES, type AnyCode } from '../../../main/domain/ledgers/index.ts';
import type { FaultData } from '../../../main/domain/fault.ts';
import type { Output } from '../../../preload/contract/index.ts';
import type { TableName, TableOptions } from '../../../preload/contract/tables.ts';
import { call, faultOf, useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { goBack } from '../../stores/navigation.ts';
import type { PageParams } from '../../stores/pages.ts';
import { usePrint } from '../../stores/print.ts';
import { useYear } from '../../stores/session.ts';
import { say } from '../../stores/status.ts';
import { tableOpened, tablePrinted } from '../../stores/table-habits.ts';
import { periodOf, SeveralTables } from './several.tsx';
import { TableChoice } from './table-choice.tsx';
import { TableOptionsForm } from './options.tsx';
import { FigureSourcePanel } from './figure-source.tsx';
import { SOURCE_SHEET, useFigureSource } from './use-figure-source.ts';
import { openPdf, type Pdf } from './pdf.ts';
import { PdfPages } from './pages.tsx';
import type { NamedTable } from '../../../main/domain/table-name.ts';
import './reports.css';
import { knownLedgerOf } from '../../stores/ledgers.ts';

/** opened from 设置 */
const CHANGES: NamedTable = 'change-sheet';

/** what a change of must be printed anew */
const PRINTED_AREAS = [
  ...LEDGER_CODES,
  'session',
  'indicator',
  'target',
  'figure',
  'score',
  'reward',
  'ledgers',
] as const;

/**
 * `params.table`: the table that another page asked for, with its options; without it the first
 * table as it is.
 */
export function ReportsPage({ params }: { readonly params: PageParams['reports'] }): ReactElement {
  const year = useYear();
  const asked = params.table === undefined ? {} : usePrint.getState().options;
  const [name, setName] = useState<TableName>(params.table ?? 'project-ledger');
  const [options, setOptions] = useState<TableOptions>(() => ({ year, ...asked }));
  const { value: tables } = useCall('tables.list', {}, ['ledgers']);
  const info = tables?.find((one) => one.name === name);
  const ledger = options.ledger ?? info?.ledger ?? 'project';
  const { preview, firstPage, fault, fresh } = usePreview(name, options, ledger);
  const { pdf, bytes } = usePdf(firstPage ?? preview?.pdf ?? null);
  const source = useFigureSource(name, options, (table, chosen) => {
    setName(table);
    setOptions(chosen);
  });

  const save = useCallback(
    async (format: 'xlsx' | 'pdf' | 'docx'): Promise<void> => {
      const to = await call('shell.saveAs', {
        name: preview?.fileName ?? '报表',
        extension: format,
      });
      if (to === null) return;
      await call('tables.save', { name, options, format, to: to.handle });
      tablePrinted(name);
      say(`已导出到“${to.name}”。`);
    },
    [name, options, preview?.fileName],
  );
  const print = useCallback(async (): Promise<void> => {
    if (preview === null || !fresh) return;
    await call('shell.print', { pdf: preview.pdf, title: preview.fileName });
    tablePrinted(name);
  }, [name, preview, fresh]);
  const told = (work: Promise<void>): void =>
    void work.catch((error: unknown) => say(faultText(faultOf(error))));
  usePrintKey(() => told(print()));
  return (
    <section className="rp">
      <header className="page-head">
        <h1>报表预览</h1>
        <TableChoice
          name={name}
          tables={tables ?? []}
          more={[
            ...(name === SOURCE_SHEET ? [{ value: name, label: '数据出处单' }] : []),
            ...(name === CHANGES ? [{ value: name, label: '修改记录' }] : []),
          ]}
          onChange={(next) => {
            setName(next);
            tableOpened(next);
            setOptions({ year: options.year ?? year });
            source.close();
          }}
        />
        <span className="sub" role="status">
          {fault !== null
            ? faultText(fault)
            : !fresh || preview === null
              ? '正在排版…'
              : `${preview.records}${info === undefined || info.subject === 'year' ? '行' : (knownLedgerOf(ledger)?.noun ?? '')}，${pdf?.numPages ?? 0}页${preview.empty === null ? '' : `，${preview.empty}`}`}
        </span>
        <span className="push" />
        {source.isSheet ? <Button onClick={source.back}>回到原表</Button> : null}
        <SeveralTables tables={tables ?? []} options={periodOf(options, year)} />
        <Button onClick={goBack}>
          返回 <kbd>Alt+←</kbd>
        </Button>
      </header>
      <PdfPages
        pdf={pdf}
        title={info?.title ?? ''}
        isMaking={fault === null && (!fresh || preview?.pdf !== bytes)}
        asked={source.place}
        onAsk={source.askAt}
      />
      <aside>
        {source.asked === null ? null : (
          <FigureSourcePanel
            asked={source.asked}
            areas={[...PRINTED_AREAS, ledger]}
            onAsk={source.ask}
            onPrint={source.print}
            onClose={source.close}
          />
        )}
        {info === undefined ? null : (
          <TableOptionsForm info={info} options={options} preview={preview} onChange={setOptions} />
        )}
        <footer>
          <Button type="primary" size="large" block disabled={!fresh} onClick={() => told(print())}>
            打印 Ctrl+P
          </Button>
          <Button disabled={!fresh} onClick={() => told(save('xlsx'))}>
            导出 Excel
          </Button>
          <Button disabled={!fresh} onClick={() => told(save('pdf'))}>
            导出 PDF
          </Button>
          <Button className="rp-word" disabled={!fresh} onClick={() => told(save('docx'))}>
            导出 Word
          </Button>
        </footer>
      </aside>
    </section>
  );
}

interface Previewed {
  readonly preview: Output<'tables.preview'> | null;
  /** of a table of which nothing is on the screen, until all its pages are there */
  readonly firstPage: string | null;
  readonly fault: FaultData | null;
  readonly fresh: boolean;
}

/** All pages, and of another table than the last its first page until then. */
function usePreview(name: TableName, options: TableOptions, ledger: AnyCode): Previewed {
  const [known, setKnown] = useState<TableName | null>(null);
  const areas = [...PRINTED_AREAS, ledger];
  const first = useCall(
    'tables.preview',
    known === name ? null : { name, options, firstPage: true },
    areas,
  );
  const whole = useCall('tables.preview', { name, options }, areas);
  if (whole.fresh && whole.value !== null && known !== name) setKnown(name);
  const isFirst = known !== name && first.fresh && first.answers?.name === name;
  return {
    preview: whole.value,
    firstPage: isFirst ? (first.value?.pdf ?? null) : null,
    fault: whole.fault,
    fresh: whole.fresh,
  };
}

interface Opened {
  readonly pdf: Pdf | null;
  readonly bytes: string | null;
}

/** The document of the newest bytes; the one before stays on the screen until it is ready. */
function usePdf(bytes: string | null): Opened {
  const [shown, setShown] = useState<Opened>({ pdf: null, bytes: null });
  useEffect(() => {
    if (bytes === null) return undefined;
    let late = false;
    openPdf(bytes).then(
      (opened) =>
        late
          ? void opened.loadingTask.destroy()
          : setShown((before) => {
              void before.pdf?.loadingTask.destroy();
              return { pdf: opened, bytes };
            }),
      (error: unknown) => say(faultText(faultOf(error))),
    );
    return () => {
      late = true;
    };
  }, [bytes]);
  return shown;
}

function usePrintKey(print: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.code !== 'KeyP') return;
      event.preventDefault();
      print();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
