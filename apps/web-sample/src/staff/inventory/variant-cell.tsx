/** A variant in a table: its name, which leads to its stock, and its SKU. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { variantName } from "./words.ts";

interface VariantCellProps {
  readonly id: string;
  readonly sku: string | null;
  readonly title: string;
  readonly product_title: string;
}

export function VariantCell({ id, sku, ...names }: VariantCellProps): ReactNode {
  return (
    <>
      <Link to="/staff/inventory/variants/$id" params={{ id }} className="link font-semibold">
        {variantName(names)}
      </Link>
      <span className="block text-ink-soft">{sku ?? "No SKU"}</span>
    </>
  );
}
