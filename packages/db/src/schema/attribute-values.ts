/** The attributes that products have. A row is one value: several choices are several rows. */
import { column } from "../column.ts";
import { defineTable } from "../table.ts";
import { attributesTable } from "./attributes.ts";
import { productsTable } from "./catalog.ts";
import { storesTable } from "./stores.ts";

export const attributeValuesTable = defineTable(
  "attribute_values",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    attributeId: column
      .uuid()
      .notNull()
      .references(() => attributesTable, "cascade"),
    productId: column
      .uuid()
      .notNull()
      .references(() => productsTable, "cascade"),
    /** The text, the choice, `true` or `false`, or the number as it was written. */
    text: column.text().notNull(),
    /** In thousandths, so that filters compare exactly; null unless it is a number. */
    thousandths: column.minorUnits(),
    position: column.integer().notNull(),
  },
  {
    indexes: {
      value_unique: { on: ["productId", "attributeId", "text"], unique: true },
      text: { on: ["storeId", "attributeId", "text", "productId"] },
      number: {
        on: ["storeId", "attributeId", "thousandths", "productId"],
        where: "thousandths is not null",
      },
    },
  },
);

export const attributeValues = attributeValuesTable.pg;
