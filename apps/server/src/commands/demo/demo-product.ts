/** The shape of the demo store's data. The seed turns it into rows through the services. */

export interface DemoCategory {
  readonly slug: string;
  readonly name: string;
  /** One or two sentences, shown at the head of the category page. */
  readonly description: string;
  /** The department it stands under. */
  readonly parent?: string;
}

export interface DemoVariant {
  /** One value for each option of the product, in the product's order. Empty for a single variant. */
  readonly values: readonly string[];
  readonly sku: string;
  /** Euro cents, tax included. */
  readonly price: number;
  /** What it cost before, in euro cents; greater than `price`. */
  readonly compareAt?: number;
  readonly stock: number;
  readonly weightGrams: number;
  /** Index into the product's pictures. The first picture when absent. */
  readonly picture?: number;
}

export interface DemoPicture {
  /** The name of a drawing in `pictures/`. */
  readonly drawing: string;
  /** Colours handed to the drawing, most important first, as #rrggbb. */
  readonly colours: readonly string[];
  readonly alt: string;
}

export interface DemoProduct {
  readonly slug: string;
  readonly title: string;
  /** One line under the title. */
  readonly subtitle: string;
  readonly category: string;
  readonly vendor: string;
  /** Simple HTML: p, ul, li, strong, em. */
  readonly descriptionHtml: string;
  readonly tags: readonly string[];
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly variants: readonly DemoVariant[];
  readonly pictures: readonly DemoPicture[];
}
