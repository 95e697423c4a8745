/** A product's attributes as its page shows them. */
import { choiceField, type Translate } from "../translations/service/translate.ts";
import type { ProductAttribute } from "../types/contract.ts";
import { asOneValue, type ValueRow } from "../types/service/values.ts";

/** Rows of one attribute stand together. */
export function attributesOf(rows: readonly ValueRow[], translate: Translate): ProductAttribute[] {
  const ids = [...new Set(rows.map(({ attributeId }) => attributeId))];
  return ids.flatMap((id) => {
    const own = rows
      .filter(({ attributeId }) => attributeId === id)
      .map((row) => ({ ...row, text: shown(row, translate) }));
    const [first] = own;
    if (first === undefined) return [];
    const { code, type } = first;
    const name = translate(id, "name", first.name);
    const unit = translate(id, "unit", first.unit);
    return [{ code, name, type, unit, value: asOneValue(own) }];
  });
}

const shown = ({ attributeId, type, text }: ValueRow, translate: Translate): string =>
  type === "choice" || type === "choices" ? translate(attributeId, choiceField(text), text) : text;
