/** Barcodes that people type. */
import { DomainError } from "../../../kernel/errors.ts";
import type { CreateProductInput, StaffProduct } from "../contract.ts";

/**
 * A barcode of as many digits as a GTIN has must be one. What an import brought in stays as it is until
 * somebody changes it. Throws `barcode_invalid`, naming each field.
 */
export function refuseBadBarcodes(
  { variants }: Pick<CreateProductInput, "variants">,
  before: StaffProduct | undefined,
): void {
  const known = new Set(before?.variants.map(({ barcode }) => barcode));
  const message = "The last digit does not fit: one of them is mistyped.";
  const fields = variants.flatMap(({ barcode }, i) =>
    barcode === null || known.has(barcode) || !isBroken(barcode)
      ? []
      : [[`variants.${i}.barcode`, [message]] as const],
  );
  if (fields.length === 0) return;
  throw new DomainError("invalid", "barcode_invalid", message, {
    fields: Object.fromEntries(fields),
  });
}

/** GTIN-8, UPC (12), EAN (13) and GTIN-14: the digits before the last count 3 and 1 in turn, from behind. */
export function isBroken(barcode: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(barcode)) return false;
  const [check = 0, ...digits] = [...barcode].map(Number).reverse();
  const sum = digits.reduce((total, digit, i) => total + digit * (i % 2 === 0 ? 3 : 1), 0);
  return (sum + check) % 10 !== 0;
}
