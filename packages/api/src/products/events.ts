/** What the catalogue publishes. */
import type { DomainEvent } from "../kernel/events.ts";

interface Named {
  readonly id: string;
  readonly slug: string;
}

const productEvent = <Type extends string>(type: Type, { id, slug }: Named, more: object = {}) =>
  ({
    type,
    subjectId: id,
    payload: { product_id: id, slug, ...more },
  }) satisfies DomainEvent;

export const productCreated = (product: Named) => productEvent("product.created", product);

export const productUpdated = (product: Named) => productEvent("product.updated", product);

/** Put into the bin. */
export const productDeleted = (product: Named) => productEvent("product.deleted", product);

/** Taken out of the bin, as a draft. */
export const productRestored = (product: Named) => productEvent("product.restored", product);

/** Made active. `publishedAt` may be still to come: shoppers see it from then on. */
export const productPublished = (product: Named & { readonly publishedAt: Date | null }) =>
  productEvent("product.published", product, {
    published_at: product.publishedAt?.toISOString() ?? null,
  });

const brandEvent = <Type extends string>(type: Type, { id, slug }: Named) =>
  ({ type, subjectId: id, payload: { brand_id: id, slug } }) satisfies DomainEvent;

/** Its name is on its products, too. */
export const brandUpdated = (brand: Named) => brandEvent("brand.updated", brand);
