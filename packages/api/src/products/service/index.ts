/** The catalogue: what is for sale, found and shown; and how it gets there. */
export type {
  AttributeDraft,
  BrandDraft,
  CategoryDraft,
  ProductDraft,
  ProductTypeDraft,
  RelationsDraft,
  VariantDraft,
} from "../drafts.ts";
export type {
  CollectionDraft,
  LocationDraft,
  RedirectsDraft,
  TermsDraft,
  TranslationDraft,
} from "../records.ts";
export { list as productTypes, listAttributes as attributes } from "../types/service/index.ts";
export { allCategories, categories, category, categoryExists } from "./categories.ts";
export { plainText } from "./description.ts";
export { draftsOf } from "./drafts-of.ts";
export { productIdOf, productsAfter } from "./every-product.ts";
export { facets } from "./facets.ts";
export { get } from "./get.ts";
export { isEmpty } from "./is-empty.ts";
export { list } from "./list.ts";
export { pictureOrNull } from "./pictures.ts";
export {
  applyRating,
  type ProductRating,
  type RatingChange,
  ratingFor,
} from "./ratings.ts";
export {
  type RatingDifference,
  ratingDifferences,
  recountRatings,
} from "./recount-ratings.ts";
export { relate, relationsOf } from "./relate.ts";
export { brandDrafts, saveBrand } from "./save-brand.ts";
export { saveCategory } from "./save-category.ts";
export { collectionDrafts, saveCollection } from "./save-collection.ts";
export { locationDrafts, saveLocation } from "./save-location.ts";
export { type SaveOutcome, saveProduct } from "./save-product.ts";
export { redirectsDrafts, saveRedirects } from "./save-redirects.ts";
export { saveTerms, termsDrafts } from "./save-terms.ts";
export { saveTranslation, translationDrafts } from "./save-translation.ts";
export { saveAttribute, saveProductType } from "./save-type.ts";
export { nextScheduledChange } from "./schedule.ts";
export { type SellableVariant, sellable } from "./sellable.ts";
export { type StockCount, stockOf } from "./stock.ts";
export { suggest } from "./suggest.ts";
