/** The window: theme and language, the first start or the frame with its page. */
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, type ReactElement } from 'react';
import { FirstStart } from './features/first-start/page.tsx';
import { HurtBookPage } from './features/hurt-book/page.tsx';
import { WindowFrame } from './frame.tsx';
import { followClosing } from './stores/closing.ts';
import { useLayout } from './stores/layout.ts';
import { followLedgers } from './stores/ledgers.ts';
import { followSession, useSession } from './stores/session.ts';
import { themeFor } from './theme.ts';
import { followChanges } from './bridge/bridge.ts';

dayjs.locale('zh-cn');

export function Program(): ReactElement {
  const { text, highContrast } = useLayout();
  return (
    <ConfigProvider
      locale={zhCN}
      theme={themeFor(text, highContrast)}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>
        <Book />
      </App>
    </ConfigProvider>
  );
}

function Book(): ReactElement | null {
  const { session, fault } = useSession();
  useEffect(() => {
    return followSession();
  }, []);
  useEffect(() => {
    return followClosing();
  }, []);
  useEffect(() => {
    return followLedgers();
  }, []);
  useEffect(() => {
    return followChanges();
  }, []);
  if (fault !== null) return <HurtBookPage fault={fault} />;
  if (session === null) return null;
  return session.county === null ? (
    <FirstStart session={session} />
  ) : (
    <WindowFrame session={session} county={session.county} />
  );
}
