/** One question before something that cannot be undone. */

import type { ReactElement, ReactNode } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';

export function SchemeAsk({
  title,
  yes,
  no,
  children,
  onYes,
  onNo,
}: {
  readonly title: string;
  readonly yes: string;
  readonly no: string;
  readonly children: ReactNode;
  readonly onYes: () => void;
  readonly onNo: () => void;
}): ReactElement {
  return (
    <Dialog open title={title} okText={yes} cancelText={no} onOk={onYes} onCancel={onNo}>
      <p>{children}</p>
    </Dialog>
  );
}
