/** The sheet and what it is given. */
export { Grid } from './grid.tsx';
export type {
  GridAddition,
  GridChoice,
  GridColumn,
  GridEdit,
  GridGroup,
  GridProps,
  GridRow,
  GridSort,
  GridSource,
} from './model.ts';
export type { SelectionTotals } from '../../format/figure.ts';
