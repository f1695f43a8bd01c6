/**
 * Every dialog: the focus starts in its first field, or on its main button, never on ✕; closing
 * gives it back.
 */
import { Modal, type ModalProps } from 'antd';
import { useRef, type ReactElement } from 'react';

const FIELD =
  'input:not([type=hidden], [disabled], [readonly]), textarea:not([disabled]), select:not([disabled]), [role=combobox]';

/** A field that asked for the focus itself keeps it. */
function startIn(body: HTMLElement | null): void {
  const dialog = body?.closest<HTMLElement>('[role=dialog]');
  if (body === null || dialog === null || dialog === undefined) return;
  if (body.contains(document.activeElement) && document.activeElement !== body) return;
  const field = body.querySelector<HTMLElement>(FIELD);
  (
    field ??
    dialog.querySelector<HTMLElement>('.ant-modal-footer .ant-btn-primary') ??
    body
  ).focus();
}

export function Dialog({ children, ...rest }: ModalProps): ReactElement {
  const body = useRef<HTMLDivElement>(null);
  return (
    <Modal
      {...rest}
      afterOpenChange={(isOpen) => {
        if (isOpen) startIn(body.current);
        rest.afterOpenChange?.(isOpen);
      }}
    >
      <div ref={body} tabIndex={-1} className="dialog-body">
        {children}
      </div>
    </Modal>
  );
}
