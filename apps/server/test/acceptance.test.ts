/** The page that says which test proves which statement: it names none that is not there. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryFolder } from "../src/paths.ts";

const page = readFileSync(join(repositoryFolder, "docs", "acceptance.md"), "utf8");

interface Row {
  readonly statement: string;
  readonly rule: string;
  readonly proof: string;
}

const rows: readonly Row[] = page.split("\n").flatMap((line) => {
  const [statement = "", , rule = "", proof = ""] = line
    .split(/(?<!\\)\|/)
    .slice(1)
    .map((cell) => cell.trim());
  return /^P-\d+$/.test(statement) ? [{ statement, rule, proof }] : [];
});

const inQuotes = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "");

/** A title may stand in the code with a part that the tests fill in. */
const isTitleIn = (source: string, title: string): boolean =>
  ['"', "'", "`"].some((quote) => source.includes(`${quote}${title}`));

test("each statement of accounts and privacy has its row", () => {
  const statements = [...Array(33).keys()].map((i) => `P-${String(i + 1).padStart(2, "0")}`);
  const named = new Set(rows.map(({ statement }) => statement));
  expect([...named].sort()).toEqual([...statements, "P-59", "P-68", "P-69"].sort());
});

test.each(rows)("$statement: its rules lie in $rule", ({ rule }) => {
  const files = inQuotes(rule);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(existsSync(join(repositoryFolder, file)), file).toBe(true);
});

test.each(rows)("$statement is proved by $proof", ({ proof }) => {
  const groups = proof.split(/<br>/).map((group) => group.trim());
  for (const group of groups) {
    const [file = "", ...titles] = inQuotes(group);
    const path = join(repositoryFolder, file);
    expect(existsSync(path), file).toBe(true);
    expect(titles.length, file).toBeGreaterThan(0);
    const source = readFileSync(path, "utf8");
    for (const title of titles) expect(isTitleIn(source, title), `${file}: ${title}`).toBe(true);
  }
});
