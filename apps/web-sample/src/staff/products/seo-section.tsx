/** How the product reads in the lists of search engines. */
import type { ReactNode } from "react";
import { AreaField, TextField } from "../../ui/form.tsx";
import { Panel } from "../ui/panel.tsx";
import type { SectionProps } from "./section.ts";

export function SeoSection({ draft, change }: SectionProps): ReactNode {
  const title = draft.seoTitle || draft.title || "Its title";
  return (
    <Panel title="In search engines">
      <div className="grid gap-4">
        <div className="rounded-xl bg-paper px-4 py-3">
          <p className="truncate text-sm text-ink-soft">{`/p/${draft.slug || "its-address"}`}</p>
          <p className="truncate font-display text-lg text-clay">{title}</p>
          <p className="line-clamp-2 text-sm text-ink-soft">
            {draft.seoDescription || draft.subtitle || "What it is, in a sentence or two."}
          </p>
        </div>
        <TextField
          name="seo.title"
          label="Title for search engines"
          maxLength={255}
          hint="Empty: its own title."
          value={draft.seoTitle}
          onChange={({ target }) => change({ seoTitle: target.value })}
        />
        <AreaField
          name="seo.description"
          label="Description for search engines"
          maxLength={1000}
          value={draft.seoDescription}
          onChange={({ target }) => change({ seoDescription: target.value })}
        />
      </div>
    </Panel>
  );
}
