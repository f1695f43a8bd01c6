/** A question over the sheet: what a paste would do, with its count, before it is done. */
import { Button } from 'antd';
import { useSyncExternalStore, type KeyboardEvent, type ReactElement } from 'react';
import type { GridSheet } from './sheet.ts';

export function GridQuestion({ sheet }: { readonly sheet: GridSheet }): ReactElement | null {
  const { question } = useSyncExternalStore(sheet.subscribe, sheet.state);
  if (question === null) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    sheet.answer(false);
  };
  return (
    <div
      className="grid-question"
      role="alertdialog"
      aria-label={question.sentence}
      onKeyDown={onKeyDown}
    >
      <b>{question.sentence}</b>
      <Button type="primary" autoFocus onClick={() => sheet.answer(true)}>
        {question.yes}
      </Button>
      <Button onClick={() => sheet.answer(false)}>不粘贴</Button>
    </div>
  );
}
