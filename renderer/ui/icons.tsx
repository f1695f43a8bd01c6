/** The line drawings of the navigation; they take the text's colour. */
import type { ReactElement } from 'react';

const PATHS: Readonly<Record<string, string>> = {
  brand: 'M3 4h18v16H3zM3 9h18M3 14.5h18M9.5 9v11',
  overview: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  targets:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 1v4M12 19v4M1 12h4M19 12h4',
  progress: 'M4 20V4M4 20h17M8.5 16v-5M13 16V8M17.5 16v-3',
  projects: 'M3 20h18M5 20V9l7-5 7 5v11M10 20v-6h4v6',
  rectification: 'M4 4h16v16H4zM8 12l3 3 5-6',
  tasks: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4',
  scores: 'M4 20h16M6 20v-6h3v6M11 20V8h3v12M16 20v-9h3v9',
  ledgers: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h4',
  reports: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
  exchange: 'M4 8h13l-4-4M20 16H7l4 4',
  settings: 'M4 8h9M17 8h3M15 6v4M4 16h3M11 16h9M9 14v4',
};

export function Icon({ name }: { readonly name: string }): ReactElement {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      <path d={PATHS[name] ?? ''} />
    </svg>
  );
}
