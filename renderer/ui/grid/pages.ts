/**
 * Pages of rows: asked when they come into view, kept for a while, late answers of an older list
 * dropped.
 */
import type { GridRow, GridSource } from './model.ts';

const GRID_PAGE_ROWS = 200;
/** 12,000 rows: what a long scroll up and down again needs, at some 10 MB */
const KEPT = 60;
const AT_ONCE = 2;
/** a page that flies past while scrolling is not worth asking for */
const SETTLE_MS = 30;

export class GridPages {
  #source: GridSource;
  #pages = new Map<number, { rows: readonly GridRow[]; fresh: boolean }>();
  #asked = new Set<number>();
  #wanted: number[] = [];
  #generation = 0;
  #version = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();
  #onFault: (fault: unknown) => void;
  #onRows: (rows: readonly GridRow[]) => void;

  constructor(
    source: GridSource,
    onFault: (fault: unknown) => void,
    onRows: (rows: readonly GridRow[]) => void,
  ) {
    this.#source = source;
    this.#onFault = onFault;
    this.#onRows = onRows;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly version = (): number => this.#version;

  /**
   * Another list drops everything; another revision keeps the old rows on screen until the new ones
   * are there.
   */
  use(source: GridSource): void {
    const old = this.#source;
    this.#source = source;
    if (old.key === source.key && old.revision === source.revision) return;
    this.#generation += 1;
    this.#asked.clear();
    if (old.key !== source.key) this.#pages.clear();
    for (const page of this.#pages.values()) page.fresh = false;
    this.#tell();
  }

  rowAt(index: number): GridRow | undefined {
    return this.#pages.get(Math.floor(index / GRID_PAGE_ROWS))?.rows[index % GRID_PAGE_ROWS];
  }

  /** Asks for what is in view; earlier wishes that were not started are forgotten. */
  want(from: number, to: number): void {
    this.#wanted = [];
    for (
      let page = Math.floor(Math.max(from, 0) / GRID_PAGE_ROWS);
      page * GRID_PAGE_ROWS <= Math.min(to, this.#source.total - 1);
      page += 1
    )
      this.#wanted.push(page);
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    const cold = this.#pages.size === 0;
    this.#timer = setTimeout(() => this.#start(), cold ? 0 : SETTLE_MS);
  }

  /** The rows of these records, read if need be. */
  async rows(indices: readonly number[]): Promise<GridRow[]> {
    for (const page of new Set(indices.map((index) => Math.floor(index / GRID_PAGE_ROWS)))) {
      if (this.#pages.get(page)?.fresh !== true) await this.#load(page);
    }
    return this.held(indices);
  }

  /** Those of the rows that are here already. */
  held(indices: readonly number[]): GridRow[] {
    return indices.map((index) => this.rowAt(index)).filter((row) => row !== undefined);
  }

  #start(): void {
    for (const page of this.#wanted) {
      if (this.#asked.size >= AT_ONCE) return;
      if (this.#asked.has(page) || this.#pages.get(page)?.fresh === true) continue;
      this.#load(page).then(() => this.#start(), this.#onFault);
    }
  }

  async #load(page: number): Promise<void> {
    const generation = this.#generation;
    this.#asked.add(page);
    try {
      const rows = await this.#source.loadPage(page * GRID_PAGE_ROWS, GRID_PAGE_ROWS);
      if (generation !== this.#generation) return;
      this.#pages.delete(page);
      this.#pages.set(page, { rows, fresh: true });
      this.#forgetOldest();
      this.#onRows(rows);
      this.#tell();
    } finally {
      if (generation === this.#generation) this.#asked.delete(page);
    }
  }

  #forgetOldest(): void {
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= KEPT) return;
      if (!this.#wanted.includes(page)) this.#pages.delete(page);
    }
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
