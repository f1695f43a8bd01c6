/**
 * The files of a draft, each with its unit and how it was read; under them the units that have sent
 * none, or two.
 */
import { Button, Select } from 'antd';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type {
  SenderCoverage,
  ImportDraft,
  DraftFile,
} from '../../../../preload/contract/imports.ts';
import { sendAnswers } from '../draft/actions.ts';
import { plainName } from '../draft/places.ts';
import { refocus, selectFile, selectSheet, sheetsOf, useImport } from '../draft/store.ts';
import { fileState, type FileState } from '../draft/tally.ts';
import { useUnits } from '../questions/unit-question.tsx';

interface Entry {
  readonly file: DraftFile;
  readonly state: FileState;
}

function SheetNames({ file, sheet }: { readonly file: DraftFile; readonly sheet: string }) {
  const sheets = sheetsOf(file);
  if (sheets.length < 2) return null;
  return (
    <ul className="imp-file-sheets">
      {sheets.map((one) => (
        <li key={one.name}>
          <button
            type="button"
            tabIndex={-1}
            aria-current={one.name === sheet}
            onClick={() => {
              selectFile(file.file);
              selectSheet(one.name);
              refocus();
            }}
          >
            {one.name}
          </button>
        </li>
      ))}
    </ul>
  );
}

const NOBODY = '';

/** Whose return the file is: told by the file, and put right here where it told wrong. */
function Sender({ file }: { readonly file: DraftFile }) {
  const units = useUnits();
  return (
    <div className="imp-sender">
      <Select
        size="small"
        showSearch
        aria-label="这个文件的填报单位"
        prefix={<em>填报单位</em>}
        popupMatchSelectWidth={false}
        value={file.unit ?? NOBODY}
        options={[
          { value: NOBODY, label: '不是一个单位的' },
          ...units.map((one) => ({ value: one.name, label: one.name })),
        ]}
        onChange={(unit: string) =>
          void sendAnswers([{ kind: 'from', file: file.file, unit: unit === NOBODY ? null : unit }])
        }
      />
    </div>
  );
}

function Covered({ coverage }: { readonly coverage: SenderCoverage }) {
  return (
    <section className="imp-cover" aria-label="未报单位">
      <h3>
        {coverage.missing.length === 0 ? '均已报送' : `尚未报送的 ${coverage.missing.length}个`}
      </h3>
      {coverage.missing.length > 0 && <p>{coverage.missing.join('、')}</p>}
      {coverage.twice.length > 0 && (
        <>
          <h3>重复报送的 {coverage.twice.length}个</h3>
          {coverage.twice.map(({ unit, files }) => (
            <p key={unit}>
              <b>{unit}</b>　{files.map(plainName).join('、')}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

export function FileList({ draft }: { readonly draft: ImportDraft }) {
  const { file, sheet, problems } = useImport();
  const [onlyOdd, setOnlyOdd] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const entries = useMemo(
    () => draft.files.map((one): Entry => ({ file: one, state: fileState(draft, one, problems) })),
    [draft, problems],
  );
  const odd = entries.filter(({ state }) => state.is !== 'clear');
  const selected = draft.files.find((one) => one.file === file);
  const shown = onlyOdd && odd.length > 0 ? odd : entries;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [file]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = shown.findIndex((one) => one.file.file === file);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') refocus();
    else if (step !== 0)
      selectFile(shown[Math.min(Math.max(here + step, 0), shown.length - 1)]?.file.file ?? file);
    else return;
    event.preventDefault();
  };
  return (
    <nav className="imp-files" aria-label="文件">
      <div className="imp-side-head">
        <b>文件 {entries.length}</b>
        <span className="imp-push" />
        {odd.length > 0 && (
          <Button
            type="link"
            size="small"
            aria-pressed={onlyOdd}
            onClick={() => setOnlyOdd(!onlyOdd)}
          >
            {onlyOdd ? '显示全部' : `仅显示有问题的${odd.length}个`}
          </Button>
        )}
      </div>
      <ul ref={list} role="listbox" aria-label="文件" tabIndex={0} onKeyDown={onKeyDown}>
        {shown.map(({ file: one, state }) => (
          <li
            key={one.file}
            role="option"
            aria-selected={one.file === file}
            title={one.unit === null ? one.file : `${one.file}　${one.unit}`}
            className={`is-${state.is}`}
            data-file={one.file}
            onClick={() => {
              selectFile(one.file);
              refocus();
            }}
          >
            <div className="imp-file-line">
              <span>{plainName(one.file)}</span>
              {one.unit !== null && one.unit !== plainName(one.file) && <small>{one.unit}</small>}
              <em>{state.word}</em>
            </div>
            {one.file === file && <SheetNames file={one} sheet={sheet} />}
          </li>
        ))}
      </ul>
      {selected !== undefined && selected.report !== null && <Sender file={selected} />}
      {draft.coverage !== null && <Covered coverage={draft.coverage} />}
    </nav>
  );
}
