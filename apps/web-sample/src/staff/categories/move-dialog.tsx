/** "Move to…": below any category where it fits, at the end of what is there. */
import type { StaffCategory } from "@souk/client/contracts/categories";
import { type ReactNode, useId, useState } from "react";
import { Dialog } from "../../ui/dialog.tsx";
import { cellClass } from "../ui/cell-field.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { childrenOf, fits, type Place, pathText } from "./tree.ts";

interface MoveDialogProps {
  readonly categories: readonly StaffCategory[];
  readonly category: StaffCategory;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onMove: (place: Place) => void;
}

export function MoveDialog(props: MoveDialogProps): ReactNode {
  const { categories, category, open, onClose, onMove } = props;
  const [parentId, setParentId] = useState<string | null>(category.parent_id);
  const id = useId();
  const last = childrenOf(categories, parentId).filter((one) => one.id !== category.id).length;
  return (
    <Dialog open={open} onClose={onClose} title={`Move ${category.name}`}>
      <label htmlFor={id} className="mt-3 mb-1.5 block text-sm font-semibold">
        Below which category
      </label>
      <select
        id={id}
        value={parentId ?? ""}
        onChange={({ target }) => setParentId(target.value === "" ? null : target.value)}
        className={cellClass}
      >
        <option value="">None: it becomes a department</option>
        {categories
          .filter((one) => fits(categories, category.id, one.id))
          .map((one) => (
            <option key={one.id} value={one.id}>
              {pathText(categories, one.id)}
            </option>
          ))}
      </select>
      <div className="mt-6 flex justify-end gap-2">
        <CompactButton onClick={onClose}>Cancel</CompactButton>
        <CompactButton
          look="primary"
          onClick={() => {
            onMove({ parentId, position: last });
            onClose();
          }}
        >
          Move it there
        </CompactButton>
      </div>
    </Dialog>
  );
}
