/** Before a category goes: where its products and what is below it shall go. */
import type { StaffCategory } from "@souk/client/contracts/categories";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useId, useState } from "react";
import { cellClass } from "../ui/cell-field.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { childrenOf, pathOf, pathText } from "./tree.ts";

interface DeleteDialogProps {
  readonly categories: readonly StaffCategory[];
  readonly category: StaffCategory;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDeleted: () => Promise<void>;
}

const NONE = "none";

export function DeleteDialog(props: DeleteDialogProps): ReactNode {
  const { categories, category, open, onClose, onDeleted } = props;
  const souk = useSouk();
  const children = childrenOf(categories, category.id);
  const above = category.parent_id ?? NONE;
  const [productsTo, setProductsTo] = useState(above);
  const [childrenTo, setChildrenTo] = useState(above);
  const others = categories.filter(
    ({ id }) => !pathOf(categories, id).some((one) => one.id === category.id),
  );
  const hasProducts = category.product_count > 0;
  return (
    <Confirm
      open={open}
      title={`Delete ${category.name}?`}
      action="Delete the category"
      onClose={onClose}
      onConfirm={async () => {
        await souk.products.tree.delete.mutate({
          id: category.id,
          ...(hasProducts ? { products_to: productsTo } : {}),
          ...(children.length > 0 ? { children_to: childrenTo } : {}),
        });
        await onDeleted();
      }}
    >
      <div className="grid gap-4">
        {!hasProducts && children.length === 0 && <p>Nothing is in it, and nothing is below it.</p>}
        {hasProducts && (
          <Destination
            label={`Where its ${counted(category.product_count, "product")} go`}
            none="To no category"
            categories={categories}
            choices={others}
            value={productsTo}
            onChange={setProductsTo}
          />
        )}
        {children.length > 0 && (
          <Destination
            label={`Where the ${counted(children.length, "category", "categories")} below it go`}
            none="To the top, as departments"
            categories={categories}
            choices={others}
            value={childrenTo}
            onChange={setChildrenTo}
          />
        )}
      </div>
    </Confirm>
  );
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

interface DestinationProps {
  readonly label: string;
  readonly none: string;
  readonly categories: readonly StaffCategory[];
  readonly choices: readonly StaffCategory[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Destination(props: DestinationProps): ReactNode {
  const { label, none, categories, choices, value, onChange } = props;
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-semibold text-ink">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className={cellClass}
      >
        <option value={NONE}>{none}</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {pathText(categories, one.id)}
          </option>
        ))}
      </select>
    </div>
  );
}
