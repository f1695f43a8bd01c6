/** F1: what the open page is for and how it is used, then the keys that work everywhere. */
import { Drawer } from 'antd';
import type { ReactElement } from 'react';
import type { Page } from './stores/pages.ts';
import { HELP } from './help-text.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl+K', '查找记录、页面和操作'],
  ['Ctrl+1…0', '左边十个页面'],
  ['F6 / Shift+F6', '在页面、按钮、表、右边栏之间走'],
  ['Alt+←', '回到前一页'],
  ['Ctrl+N', '新增'],
  ['Enter / Tab', '下一行 / 下一格'],
  ['行号旁的▸，或Ctrl+Enter', '打开该条记录；选中行号后按Enter亦可'],
  ['最后的空行', '输入文字即新增一条，Enter保存；从Excel粘贴多出的行也新增'],
  ['F2', '在格内修改'],
  ['Ctrl+C / Ctrl+V', '和Excel、WPS互相复制'],
  ['Ctrl+D', '向下填充'],
  ['选一块，打字，Ctrl+Enter', '一起填'],
  ['F4', '这一格的数据来源'],
  ['Ctrl+Z / Ctrl+Y', '撤销 / 重做'],
  ['F8', '导入时跳到下一个问题'],
  ['Ctrl+P', '打印'],
  ['Esc', '关闭最上层'],
];

export interface HelpProps {
  readonly page: Page;
  readonly label: string;
  readonly open: boolean;
  onClose(): void;
}

export function Help({ page, label, open, onClose }: HelpProps): ReactElement {
  const text = HELP[page];
  return (
    <Drawer title={`帮助：${label}`} open={open} onClose={onClose} size={420}>
      {text === undefined ? null : (
        <>
          <p>{text.what}</p>
          <ol className="help-steps">
            {text.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
      <h2 className="help-head">按键</h2>
      <dl className="keys">
        {KEYS.map(([key, what]) => [
          <dt key={key}>
            <kbd>{key}</kbd>
          </dt>,
          <dd key={what}>{what}</dd>,
        ])}
      </dl>
    </Drawer>
  );
}
