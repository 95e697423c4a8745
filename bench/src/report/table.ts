/** Columns for people: words to the left, numbers to the right. */

export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const cells = [head, ...rows].map((row) =>
    row.map((cell) => (cell === null ? "–" : String(cell))),
  );
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const isNumber = head.map((_, i) => rows.every((row) => typeof row[i] !== "string"));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => {
        const width = widths[i] ?? 0;
        return isNumber[i] === true ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  const [first = [], ...others] = cells;
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [line(first), rule, ...others.map(line)].join("\n");
}
