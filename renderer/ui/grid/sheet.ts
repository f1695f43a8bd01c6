/**
 * The state of one sheet outside React: selection, folding, the open editor, the pages; components
 * only draw it.
 */
import { placeAt, blockOf, type Block, type Place, type Selected } from './block.ts';
import { gridLayoutOf, type GridLayout } from './layout.ts';
import { leaveGrid, whereLeft, type Typing } from './memory.ts';
import type { GridColumn, GridProps, GridRow } from './model.ts';
import { GridPages } from './pages.ts';
import { Pending } from './pending.ts';
import { GridView, type Measures } from './view.ts';

export interface Editing {
  readonly place: Place;
  /** typed over the cell: arrows leave it; opened in place: arrows move in the text */
  readonly mode: 'replace' | 'inPlace';
  /** the marked line of the choice list; null while nothing is marked */
  readonly choice: number | null;
  /** what filters the choice list; null shows all */
  readonly filter: string | null;
}

/** What is asked before a block makes records. */
export interface Question {
  readonly sentence: string;
  readonly yes: string;
  onYes(): void;
}

/** What stands open over the sheet. */
export type GridTool =
  | { readonly is: 'menu'; readonly x: number; readonly y: number; readonly head: boolean }
  | { readonly is: 'replace' | 'go' | 'sort' }
  | { readonly is: 'values'; readonly column: GridColumn };

/** How a block is pasted otherwise than as it stands. */
export interface PasteHow {
  readonly transposed?: boolean;
  /** what is filled stays */
  readonly intoEmpty?: boolean;
}

export interface SheetState {
  readonly tool: GridTool | null;
  readonly question: Question | null;
  readonly selected: Selected;
  readonly folded: ReadonlySet<string>;
  readonly editing: Editing | null;
  readonly version: number;
}

const layoutFor = ({ source, onAdd }: GridProps, folded: ReadonlySet<string>): GridLayout =>
  gridLayoutOf(source.total, source.groups, folded, onAdd !== undefined);

export class GridSheet {
  /** the blank row is on its way to the core */
  isAdding = false;
  /** the cursor went from the blank row to another */
  onLeftBlank: (() => void) | null = null;
  readonly pages: GridPages;
  readonly pending = new Pending();
  view: GridView | null = null;
  #props: GridProps;
  #layout: GridLayout;
  #state: SheetState = {
    selected: placeAt(0, 0),
    folded: new Set(),
    editing: null,
    version: 0,
    question: null,
    tool: null,
  };
  #listeners = new Set<() => void>();
  /** what an editor held when the sheet was last left; opened again with its first view */
  #unfinished: Typing | null = null;
  #wasPutBack = false;
  #pasteHow: PasteHow = {};

  constructor(props: GridProps) {
    this.#props = props;
    const left = whereLeft(props.label, props.source.key);
    if (left !== null) {
      this.#state = { ...this.#state, selected: left.selected, folded: left.folded };
      this.#unfinished = left.typing?.wasPutBack === true ? null : left.typing;
    }
    this.#layout = layoutFor(props, this.#state.folded);
    this.pages = new GridPages(
      props.source,
      (fault) => this.say(fault instanceof Error ? fault.message : String(fault)),
      (rows) => this.pending.arrived(rows),
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): SheetState => this.#state;

  get props(): GridProps {
    return this.#props;
  }
  get layout(): GridLayout {
    return this.#layout;
  }
  get columns(): readonly GridColumn[] {
    return this.#props.columns;
  }
  get active(): Place {
    return this.#state.selected.anchor;
  }
  get block(): Block {
    return blockOf(this.#state.selected);
  }

  /** Takes the newest props; another list starts at its top, the same list keeps the cursor. */
  use(props: GridProps): void {
    const before = this.#props;
    this.#props = props;
    const hasBlank = props.onAdd !== undefined;
    if (before.source !== props.source || hasBlank !== (before.onAdd !== undefined)) {
      const wasBlank = this.isBlank(this.active.line);
      this.#layout = layoutFor(props, this.#state.folded);
      this.pages.use(props.source);
      // the next record is typed below the one that came
      if (wasBlank && before.source.key === props.source.key)
        this.set({ selected: placeAt(this.#layout.lines - 1, this.active.column) });
      if (before.source.key !== props.source.key) {
        this.set({
          selected: placeAt(0, Math.min(this.active.column, props.columns.length - 1)),
          editing: null,
        });
        this.view?.toTop();
      }
    }
    if (before.source !== props.source || before.columns !== props.columns) this.#keepInside();
  }

  set(part: Partial<Omit<SheetState, 'version'>>): void {
    this.#state = { ...this.#state, ...part, version: this.#state.version + 1 };
    this.remember();
    for (const listener of this.#listeners) listener();
  }

  /** Keeps the place, and the text of an open editor, for when the sheet is opened again. */
  remember(): void {
    const { selected, folded, editing } = this.#state;
    const typing =
      editing === null || this.view === null
        ? null
        : {
            mode: editing.mode,
            filter: editing.filter,
            text: this.view.input.value,
            wasPutBack: this.#wasPutBack,
          };
    leaveGrid(this.#props.label, { key: this.#props.source.key, selected, folded, typing });
  }

  typed(): void {
    this.#wasPutBack = false;
    this.remember();
  }

  /**
   * The sheet is on screen, laid out like this; the first time it goes back to where it was left.
   */
  show(scroller: HTMLElement, input: HTMLTextAreaElement, measures: Measures): void {
    const view = this.view ?? new GridView(scroller, input);
    view.measures = measures;
    if (this.view === null) this.#goOn(view);
    view.cover(this.active);
  }

  #goOn(view: GridView): void {
    this.view = view;
    this.#keepInside();
    view.reveal(this.active);
    const typing = this.#unfinished;
    this.#unfinished = null;
    if (typing === null) return;
    this.#wasPutBack = true;
    view.input.value = typing.text;
    this.set({
      editing: { place: this.active, mode: typing.mode, choice: null, filter: typing.filter },
    });
    view.focus();
  }

  /** Asks over the sheet; what was asked before is not done. */
  ask(question: Question): void {
    this.set({ question });
  }

  /** The focus goes back to the cells. */
  answer(isYes: boolean): void {
    const { question } = this.#state;
    this.set({ question: null });
    this.view?.focus();
    if (isYes) question?.onYes();
  }

  /** How the next block is pasted, once. */
  pasteNext(how: PasteHow): void {
    this.#pasteHow = how;
  }

  takePasteHow(): PasteHow {
    const how = this.#pasteHow;
    this.#pasteHow = {};
    return how;
  }

  openTool(tool: GridTool): void {
    this.set({ tool });
  }

  /** The focus goes back to the cells. */
  closeTool(): void {
    this.set({ tool: null });
    this.view?.focus();
  }

  /** Draws again after the pending cells changed. */
  redraw(): void {
    this.set({});
  }

  say(sentence: string): void {
    this.#props.onMessage?.(sentence);
  }

  /** `shown`: the cell that is scrolled into sight; the selection's moving corner where absent */
  select(selected: Selected, shown: Place = selected.cursor): void {
    if (this.isBlank(this.active.line) && !this.isBlank(selected.anchor.line)) this.onLeftBlank?.();
    this.set({ selected });
    this.view?.reveal(shown);
    const line = this.#layout.lineAt(selected.anchor.line);
    const row = this.rowAt(selected.anchor.line);
    if (line?.kind === 'record' && row !== undefined) this.#props.onActive?.(row, line.index);
    const column = this.columns[selected.anchor.column];
    if (row !== undefined && column !== undefined) this.#props.onCell?.(row, column);
  }

  rowAt(line: number): GridRow | undefined {
    const found = this.#layout.lineAt(line);
    return found?.kind === 'record' ? this.pages.rowAt(found.index) : undefined;
  }

  isBlank(line: number): boolean {
    return this.#layout.lineAt(line)?.kind === 'blank';
  }

  /** The records of a block by index; null where there are more than `most`. */
  recordsIn(block: Block, most: number): number[] | null {
    if (block.bottom - block.top >= most) return null;
    const found: number[] = [];
    for (let line = block.top; line <= block.bottom; line += 1) {
      const here = this.#layout.lineAt(line);
      if (here?.kind === 'record') found.push(here.index);
    }
    return found;
  }

  columnsIn(block: Block): readonly GridColumn[] {
    return this.columns.slice(block.left, block.right + 1);
  }

  fold(group: string, folded: boolean): void {
    const next = new Set(this.#state.folded);
    if (folded) next.add(group);
    else next.delete(group);
    this.#layout = layoutFor(this.#props, next);
    this.set({ folded: next });
    this.#keepInside();
  }

  isFolded(group: string): boolean {
    return this.#state.folded.has(group);
  }

  #keepInside(): void {
    const [lines, columns] = [Math.max(this.#layout.lines, 1), Math.max(this.columns.length, 1)];
    const inside = ({ line, column }: Place): Place => ({
      line: Math.min(line, lines - 1),
      column: Math.min(column, columns - 1),
    });
    const { anchor, cursor } = this.#state.selected;
    if (
      anchor.line < lines &&
      cursor.line < lines &&
      anchor.column < columns &&
      cursor.column < columns
    )
      return;
    this.set({ selected: { anchor: inside(anchor), cursor: inside(cursor) } });
  }
}
