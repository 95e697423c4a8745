/** Something of each kind that staff keeps in a catalogue, and the calls that would reach it. */

type Input = Readonly<Record<string, unknown>>;
type Kept = Readonly<{ id: string; version: string }>;

/** By procedure. `make` posts to the staff's part of the API, as the owner. */
export async function productBelongings(
  make: (path: string, body: object) => Promise<Kept>,
): Promise<Readonly<Record<string, Input>>> {
  const variants = [{ price: 900 }];
  const { id, version } = await make("products/", { title: "Ember Bowl", variants });
  const product = { id };
  const brand = await make("brands/", { name: "Ember" }).then(refOf);
  const type = await make("product-types/", { name: "Bowl" }).then(refOf);
  const attribute = await make("attributes/", {
    ...{ code: "glaze", name: "Glaze", type: "text" },
  }).then(refOf);
  const category = await make("categories/", { name: "Bowls" }).then(refOf);
  const collection = await make("collections/", { kind: "manual", name: "Picked" }).then(refOf);
  await make(`collections/${collection.id}/products/`, { product_ids: [id] });
  const translated = { kind: "product", subject_id: id, locale: "fr" };
  return {
    "products.collections.addProducts": { ...collection, product_ids: [id] },
    "products.collections.delete": collection,
    "products.collections.getForStaff": collection,
    "products.collections.orderProducts": { ...collection, product_ids: [id] },
    "products.collections.products": collection,
    "products.collections.removeProduct": { ...collection, product_id: id },
    "products.collections.update": { ...collection, name: "Mine" },
    "products.staff.brands.remove": brand,
    "products.staff.brands.update": { ...brand, name: "Mine" },
    "products.staff.duplicate": product,
    "products.staff.get": product,
    "products.staff.remove": product,
    "products.staff.restore": product,
    "products.staff.setStatus": { ...product, status: "archived" },
    "products.staff.update": { ...product, version, title: "Mine", variants },
    "products.translations.delete": translated,
    "products.translations.list": { kind: "product", subject_id: id },
    "products.translations.save": { ...translated, texts: { title: "À moi" } },
    "products.tree.delete": { ...category, products_to: "none", children_to: "none" },
    "products.tree.move": { ...category, parent_id: null },
    "products.tree.update": { ...category, name: "Mine" },
    "products.types.delete": type,
    "products.types.deleteAttribute": attribute,
    "products.types.get": type,
    "products.types.update": { ...type, name: "Mine" },
    "products.types.updateAttribute": { ...attribute, name: "Mine" },
  };
}

const refOf = ({ id }: Kept) => ({ id });
