/** The sheet and what it is given. */
export { Grid } from './grid.tsx';
export type { GridChoice, GridColumn, GridEdit, GridGroup, GridProps, GridRow, GridSort, GridSource, SelectionTotals } from './model.ts';
