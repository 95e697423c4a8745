/**
 * Cells that a spreadsheet would take for formulas. They are written behind an apostrophe, as OWASP
 * advises against CSV injection, and read without it, so that they come back as they were.
 */

const RISKY = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

export const guardedCell = (text: string): string => (RISKY.test(text) ? `'${text}` : text);

export const plainCell = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);
