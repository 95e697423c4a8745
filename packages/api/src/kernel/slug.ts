/** A thing's short name in addresses, made of the name that people see. */

const LONGEST = 40;

/** Another than those that are taken; `fallback` for a name without letters or digits. */
export function freeSlug(
  name: string,
  taken: readonly string[],
  fallback: string,
  longest = LONGEST,
): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
  const base = plain === "" ? fallback : plain;
  return untaken(base, taken);
}

/** With a number behind it, where it is taken. */
export function untaken(base: string, taken: readonly string[]): string {
  const known = new Set(taken);
  if (!known.has(base)) return base;
  let count = 2;
  while (known.has(`${base}-${count}`)) count += 1;
  return `${base}-${count}`;
}
