/** The cells of one row as what they mean; what they cannot mean is reported by row and column. */
import { parseAmount } from "../../kernel/money.ts";
import type { RowProblem } from "../service/intake.ts";
import { type Columns, type Field, nameOf } from "./columns.ts";
import { plainCell } from "./formula-cells.ts";

/** A row of the sheet, with a list to complain to. */
export class SheetRow {
  readonly row: number;
  readonly #cells: readonly string[];
  readonly #columns: Columns;

  constructor(row: number, cells: readonly string[], columns: Columns) {
    this.row = row;
    this.#cells = cells;
    this.#columns = columns;
  }

  /** Without spaces around it; empty for a column that the file does not have. */
  text(field: Field): string {
    const column = this.#columns.get(field);
    return column === undefined ? "" : plainCell((this.#cells[column.index] ?? "").trim());
  }

  problem(field: Field, message: string): RowProblem {
    return { row: this.row, column: nameOf(this.#columns, field), message };
  }

  /** A column whose bytes were no UTF-8, if there is one. */
  get garbled(): Field | undefined {
    return [...this.#columns.keys()].find((field) => this.text(field).includes("\ufffd"));
  }
}

/** Reads cells, and keeps what is wrong with them. */
export class CellReader {
  readonly problems: RowProblem[] = [];
  readonly warnings: RowProblem[] = [];
  readonly #currency: string;

  constructor(currency: string) {
    this.#currency = currency;
  }

  refuse(row: SheetRow, field: Field, message: string): void {
    this.problems.push(row.problem(field, message));
  }

  /** Minor units of the store's currency; null for an empty cell. */
  amount(row: SheetRow, field: Field): number | null {
    const text = row.text(field);
    if (text === "") return null;
    const amount = parseAmount(text, this.#currency);
    if (amount !== null) return amount;
    const message = text.startsWith("-")
      ? `${text} is negative; a price is zero or more.`
      : `"${text}" is not an amount in ${this.#currency}, such as 19.99.`;
    this.refuse(row, field, message);
    return null;
  }

  whole(row: SheetRow, field: Field): number | null {
    const text = row.text(field);
    if (text === "") return null;
    if (/^-?\d{1,9}$/.test(text)) return Number(text);
    this.refuse(row, field, `"${text}" is not a whole number.`);
    return null;
  }

  /** Exports write fractions of a gram, which no scale of ours has. */
  grams(row: SheetRow): number {
    const text = row.text("grams");
    if (text === "") return 0;
    if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.round(Number(text));
    this.refuse(row, "grams", `"${text}" is not a weight in grams.`);
    return 0;
  }

  flag(row: SheetRow, field: Field, whenEmpty: boolean): boolean {
    const text = row.text(field).toLowerCase();
    if (text === "") return whenEmpty;
    if (text === "true" || text === "false") return text === "true";
    this.refuse(row, field, `"${row.text(field)}" is neither true nor false.`);
    return whenEmpty;
  }

  /** What is on the shelf. Shopify counts below zero when it has sold what it did not have. */
  stock(row: SheetRow): number | null {
    const quantity = this.whole(row, "quantity");
    if (quantity === null || quantity >= 0) return quantity;
    this.warnings.push(
      row.problem("quantity", `${quantity} units are owed elsewhere; 0 are on the shelf here.`),
    );
    return 0;
  }
}
