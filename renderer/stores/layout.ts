/** How the user wants to see the program: text size and contrast, kept on this machine. */
import { create } from 'zustand';

export type TextSize = 'standard' | 'large' | 'xlarge';
export const TEXT_SIZES: readonly { readonly value: TextSize; readonly label: string }[] = [
  { value: 'standard', label: '标准' },
  { value: 'large', label: '大' },
  { value: 'xlarge', label: '特大' },
];

interface Layout {
  readonly text: TextSize;
  readonly highContrast: boolean;
}
const KEY = 'layout';

function kept(): Layout {
  const found = parsed(localStorage.getItem(KEY) ?? '{}');
  return {
    text: TEXT_SIZES.find((size) => size.value === found.text)?.value ?? 'standard',
    highContrast: found.highContrast === true,
  };
}

/** A damaged setting is no reason not to start. */
function parsed(text: string): { readonly [Part in keyof Layout]?: unknown } {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}

function show({ text, highContrast }: Layout): void {
  document.documentElement.dataset['text'] = text;
  document.documentElement.dataset['contrast'] = highContrast ? 'high' : 'normal';
}

export const useLayout = create<Layout>()(kept);
show(useLayout.getState());
useLayout.subscribe((layout) => {
  localStorage.setItem(KEY, JSON.stringify(layout));
  show(layout);
});

export const setText = (text: TextSize): void => useLayout.setState({ text });
export const setContrast = (highContrast: boolean): void => useLayout.setState({ highContrast });
