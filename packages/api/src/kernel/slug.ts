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
  if (!taken.includes(base)) return base;
  let count = 2;
  while (taken.includes(`${base}-${count}`)) count += 1;
  return `${base}-${count}`;
}
