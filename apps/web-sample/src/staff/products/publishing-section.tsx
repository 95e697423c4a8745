/** Whether shoppers see the product, and from when until when. */
import { ProductStatus } from "@souk/client/contracts/product-admin";
import type { ReactNode } from "react";
import { SelectField, TextField } from "../../ui/form.tsx";
import { Panel } from "../ui/panel.tsx";
import type { SectionProps } from "./section.ts";
import { statusWords } from "./standing.tsx";

export function PublishingSection({ draft, change }: SectionProps): ReactNode {
  const active = draft.status === "active";
  return (
    <Panel title="Publishing">
      <div className="grid gap-4">
        <SelectField
          name="status"
          label="Status"
          required
          value={draft.status}
          onChange={({ target }) => change({ status: ProductStatus.parse(target.value) })}
        >
          {ProductStatus.options.map((status) => (
            <option key={status} value={status}>
              {statusWords[status]}
            </option>
          ))}
        </SelectField>
        <TextField
          name="published_at"
          label="From"
          type="datetime-local"
          hint={active ? "Empty: at once." : "Once it is active."}
          value={draft.publishedAt}
          onChange={({ target }) => change({ publishedAt: target.value })}
        />
        <TextField
          name="unpublish_at"
          label="Until"
          type="datetime-local"
          hint="Empty: for good."
          value={draft.unpublishAt}
          onChange={({ target }) => change({ unpublishAt: target.value })}
        />
      </div>
    </Panel>
  );
}
