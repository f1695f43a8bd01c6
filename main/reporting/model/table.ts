/** A printed table as data: made once, written as xlsx, HTML/PDF or Word with the same figures. */
import type { Decimal } from '../../domain/exact/decimal.ts';
import type { PrintedSource } from '../../domain/sources/printed-source.ts';
import type { DrawnChart } from '../../../preload/contract/tables.ts';
import type { OfficeDocument } from './document.ts';

export interface TableColumn {
  /**
   * header texts from the outermost to the column's own; equal neighbours merge: ["投资情况",
   * "完成投资", "本年"]
   */
  readonly path: readonly string[];
  /** width in mm on paper at 10pt */
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
  /** printed places of figures; absent for words */
  readonly places?: number;
  /** figures in this column add up, so totals are sums (live formulas in xlsx) */
  readonly sums?: boolean;
  /** what stands where a figure is 0: the 0 itself where nothing is told */
  readonly zero?: 'dash' | 'blank';
  /** a plus stands before figures above zero: over and under pace */
  readonly signed?: true;
}

/**
 * A figure stays an exact decimal until a writer prints it at its column's places (half-up); `mark`
 * stands behind it on paper (a corrected figure); null prints as an empty cell.
 */
export type TableCell =
  | string
  | null
  | {
      readonly figure: Decimal;
      /**
       * what is printed in place of the nearest figure of the column's places, so that parts make
       * their total
       */
      readonly printed?: Decimal;
      /** where the cell's places are not its column's: rows of several indicators */
      readonly places?: number;
      readonly mark?: string;
      /** what of the book it is: so that it can be asked who gave it */
      readonly source?: PrintedSource;
    }
  | { readonly note: string };

export interface TableRow {
  /** `cut`: an empty row without lines, where several slips on a page are cut apart */
  readonly kind: 'data' | 'group' | 'subtotal' | 'total' | 'of-which' | 'wide' | 'cut';
  /**
   * one cell per column; a group row has its label in the first cell and is merged across; of a
   * wide row the second cell is merged over the rest
   */
  readonly cells: readonly TableCell[];
  /** for subtotal and total rows: the data rows (indices into `rows`) that they add up */
  readonly adds?: readonly number[];
}

/**
 * What one page holds of a table too wide for one: its columns beside the repeated ones, and the
 * words that stand under them.
 */
export interface TableSheet {
  readonly columns: readonly number[];
  readonly notes: readonly string[];
}

export interface TablePage {
  readonly paper: 'A4' | 'A3';
  readonly landscape: boolean;
  /** mm; absent: those of the house */
  readonly margins?: PageMargins;
  /** pt that the body has at most */
  readonly size?: number;
  /** one page holds all of it */
  readonly single?: true;
}
export interface PageMargins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}
export interface TableFonts {
  readonly title?: string | undefined;
  readonly heads?: string | undefined;
  readonly body?: string | undefined;
}

export interface PrintTable {
  readonly name: string;
  readonly title: string;
  /** 填报单位 on the left, the period in the middle, measures on the right */
  readonly subtitle: { readonly left: string; readonly middle: string; readonly right: string };
  /** filters that are not the default, in words; printed under the title */
  readonly filters: readonly string[];
  readonly columns: readonly TableColumn[];
  /** how many first columns repeat where columns go over to another sheet */
  readonly repeat: number;
  readonly rows: readonly TableRow[];
  /**
   * where the table itself says which columns go together on a page; else the writer cuts by width
   */
  readonly sheets?: readonly TableSheet[];
  /** where the table is the annex of a document */
  readonly letter?: OfficeDocument;
  /** one document for each unit: printed in place of the whole, which a workbook shows */
  readonly parts?: readonly PrintTable[];
  /**
   * the rows after which a page ends: slips to a page, and the parts where they follow each other
   * in the whole
   */
  readonly ends?: readonly number[];
  /**
   * a form (单、卡片) instead of a list: its first cells name what stands beside them, and it has
   * no heads
   */
  readonly form?: true;
  /** columns that add up to another one, in every row: 各批 to 合计 */
  readonly across?: readonly { readonly whole: number; readonly parts: readonly number[] }[];
  /**
   * printed parts make printed totals: figures that add up are written as they are printed, and
   * exact beside it
   */
  readonly balanced?: true;
  /**
   * each page closes with its subtotal and what has come together so far, and the next begins with
   * it (本页小计、累计、承前页)
   */
  readonly pageSums?: true;
  /** its figures are worked out of what is called so; absent: a file may bring it back */
  readonly derivedFrom?: string;
  /** printed after the table */
  readonly charts?: readonly DrawnChart[];
  readonly notes: readonly string[];
  /** 填表人 … with room to write */
  readonly signatures: readonly string[];
  readonly page: TablePage;
  /** the office's own fonts by role */
  readonly fonts?: TableFonts;
  /** what stands in the body where there are no rows: "本期没有项目" */
  readonly empty: string;
  /** for the file's name: 标题_单位_期间 */
  readonly fileName: string;
}

/**
 * The rows of the whole after which each of its parts but the last ends, where they follow each
 * other.
 */
export function endsOf(parts: readonly Pick<PrintTable, 'rows'>[]): readonly number[] {
  let at = -1;
  return parts.slice(0, -1).map(({ rows }) => (at += rows.length));
}
