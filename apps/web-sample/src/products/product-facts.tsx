/** The story of a product, and its plain facts. */
import type { Product, Variant } from "@souk/client/contracts/products";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface ProductFactsProps {
  readonly product: Product;
  readonly variant: Variant;
}

type Fact = readonly [name: string, value: ReactNode];

const numberFormat = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });
const countryNames = new Intl.DisplayNames(undefined, { type: "region" });

function weightOf(grams: number): string {
  return grams < 1000 ? `${grams} g` : `${numberFormat.format(grams / 1000)} kg`;
}

/** Whoever measured one side measured all, or the parcel cannot be imagined. */
function measuresOf({ length_mm, width_mm, height_mm }: Variant): string | null {
  const sides = [length_mm, width_mm, height_mm].filter((side) => side !== null);
  if (sides.length < 3) return null;
  return `${sides.map((side) => numberFormat.format(side / 10)).join(" × ")} cm`;
}

function attributeText({ value, unit }: Product["attributes"][number]): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "boolean") return value ? "Yes" : "No";
  const text = typeof value === "number" ? numberFormat.format(value) : value;
  return unit === "" ? text : `${text} ${unit}`;
}

function factsOf(product: Product, variant: Variant): readonly Fact[] {
  const { brand, vendor, product_type: kind, custom_fields: own } = product;
  const all: readonly (readonly [string, ReactNode])[] = [
    ["Maker", vendor],
    ["Brand", brand?.name === vendor ? null : brand?.name],
    ["Kind", kind],
    ...product.attributes.map((attribute): Fact => [attribute.name, attributeText(attribute)]),
    ["Made in", own.country_of_origin && countryNames.of(own.country_of_origin)],
    [
      "Care",
      own.care_instructions && <span className="whitespace-pre-line">{own.care_instructions}</span>,
    ],
    ["Weight", variant.weight_grams > 0 && weightOf(variant.weight_grams)],
    ["As packed", measuresOf(variant)],
    ["Delivery", !variant.requires_shipping && "By mail, at once: nothing is sent"],
    ["Article", variant.sku],
    ["Barcode", variant.barcode],
    ["Customs tariff", variant.custom_fields.hs_code],
  ];
  return all.filter(([, value]) => Boolean(value));
}

function Components({ variant }: { readonly variant: Variant }): ReactNode {
  if (variant.components.length === 0) return null;
  return (
    <>
      <h3 className="mt-8 font-sans font-semibold">What is in it</h3>
      <ul className="mt-2 grid gap-1">
        {variant.components.map((component) => (
          <li key={component.variant_id}>
            {component.quantity} ×{" "}
            <Link to="/p/$slug" params={{ slug: component.product_slug }} className="link">
              {component.title}
            </Link>
            {component.variant_title && `, ${component.variant_title}`}
          </li>
        ))}
      </ul>
    </>
  );
}

export function ProductFacts({ product, variant }: ProductFactsProps): ReactNode {
  return (
    <div className="mt-10 border-t border-line pt-8">
      <h2 className="display-4">About it</h2>
      {/* The server sanitises descriptions before they are stored and served. */}
      <div className="prose mt-3" dangerouslySetInnerHTML={{ __html: product.description_html }} />
      <Components variant={variant} />
      <dl className="mt-8 grid grid-cols-[auto_1fr] gap-x-8 border-t border-line">
        {factsOf(product, variant).map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid border-b border-line py-3">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {product.tags.length > 0 && (
        <ul aria-label="Tags" className="mt-6 flex flex-wrap gap-2">
          {product.tags.map((tag) => (
            <li key={tag}>
              <Link
                to="/search"
                search={{ tag: [tag] }}
                className="inline-flex min-h-9 items-center rounded-full bg-paper-sunk px-4 text-sm hover:bg-ink hover:text-paper"
              >
                {tag}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
