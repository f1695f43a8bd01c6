/**
 * 数据出处: beside the pages, what is told of the figure that was clicked; one click further for
 * what it is made of.
 */
import { Button } from 'antd';
import { useEffect, useRef, type ReactElement } from 'react';
import { timeText } from '../../../main/domain/days/moment.ts';
import type { AskedFigure, FigureEntry } from '../../../preload/contract/sources.ts';
import { useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';

export function FigureSourcePanel({
  asked,
  areas,
  onAsk,
  onPrint,
  onClose,
}: {
  readonly asked: AskedFigure;
  /** what changes the answer */
  readonly areas: Parameters<typeof useCall>[2];
  readonly onAsk: (asked: AskedFigure) => void;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { value: story, fault } = useCall('sources.tell', { asked }, areas);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    close.current?.focus();
  }, [asked]);
  return (
    <section
      className="rp-source"
      role="region"
      aria-label="数据出处"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {story === null ? (
        <p>{fault === null ? '正在查…' : faultText(fault)}</p>
      ) : (
        <>
          <h2>{story.name}</h2>
          <p>
            <b>{story.text}</b>　{story.how}
          </p>
          <ol aria-label="经过">
            {story.entries.map((entry, at) => (
              <li key={at}>
                {entry.before ?? '空'} → <b>{entry.after ?? '空'}</b>
                <Entered entry={entry} />
              </li>
            ))}
          </ol>
          <ol aria-label="由以下各数得出">
            {story.parts.map(({ name, text, source, entered }, at) => (
              <li key={at}>
                {source === null ? (
                  name
                ) : (
                  <button type="button" onClick={() => onAsk(source)}>
                    {name}
                  </button>
                )}
                　<b>{text}</b>
                {entered === null ? null : <Entered entry={entered} />}
              </li>
            ))}
          </ol>
        </>
      )}
      <footer>
        <Button disabled={story === null} onClick={onPrint}>
          打印出处单
        </Button>
        <Button ref={close} onClick={onClose}>
          收起 <kbd>Esc</kbd>
        </Button>
      </footer>
    </section>
  );
}

const Entered = ({ entry }: { readonly entry: FigureEntry }): ReactElement => (
  <small>
    {entry.what}　{entry.who}　{timeText(entry.at)}
    {entry.from === null ? '' : `　${entry.from}`}
    {entry.reason === null ? '' : `　原因：${entry.reason}`}
  </small>
);
