/** F1: what the open page is for and how it is used, then the keys that work everywhere. */
import { Drawer } from 'antd';
import type { ReactElement } from 'react';
import { HELP } from './help-text.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl+K', '查记录、去哪里、做什么'],
  ['Ctrl+1…0', '左边十个页面'],
  ['F6 / Shift+F6', '在页面、按钮、表、右边栏之间走'],
  ['Alt+←', '回到前一页'],
  ['Ctrl+N', '新增'],
  ['Enter / Tab', '下一行 / 下一格'],
  ['行号旁的▸，或Ctrl+Enter', '打开这一条；选中行号后按Enter也行'],
  ['最后的空行', '打字新增一条，Enter记下；从Excel粘贴多出的行也新增'],
  ['F2', '在格里改'],
  ['Ctrl+C / Ctrl+V', '和Excel、WPS互相复制'],
  ['Ctrl+D', '向下填充'],
  ['选一块，打字，Ctrl+Enter', '一起填'],
  ['F4', '这一格的数从哪来'],
  ['Ctrl+Z / Ctrl+Y', '撤销 / 重做'],
  ['F8', '导入时跳到下一个问题'],
  ['Ctrl+P', '打印'],
  ['Esc', '关掉最上面的一层'],
];

export interface HelpProps {
  readonly page: string;
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
