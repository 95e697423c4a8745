/** What the product is called and what is said about it. */
import type { ReactNode } from "react";
import { AreaField, TextField } from "../../ui/form.tsx";
import { Panel } from "../ui/panel.tsx";
import type { SectionProps } from "./section.ts";

interface TextsSectionProps extends SectionProps {
  /** The slug as it is stored; null for a product that is new. */
  readonly storedSlug: string | null;
  readonly formerSlugs: readonly string[];
}

export function TextsSection(props: TextsSectionProps): ReactNode {
  const { draft, change, storedSlug, formerSlugs } = props;
  return (
    <Panel title="Texts">
      <div className="grid gap-5">
        <TextField
          name="title"
          label="Title"
          required
          maxLength={255}
          value={draft.title}
          onChange={({ target }) => change({ title: target.value })}
        />
        <TextField
          name="subtitle"
          label="Subtitle"
          maxLength={255}
          value={draft.subtitle}
          onChange={({ target }) => change({ subtitle: target.value })}
        />
        <TextField
          name="slug"
          label="Slug"
          maxLength={200}
          value={draft.slug}
          placeholder={storedSlug ?? "Made of the title"}
          hint={slugHint(draft.slug, storedSlug, formerSlugs)}
          onChange={({ target }) => change({ slug: target.value })}
        />
        <AreaField
          name="description_html"
          label="Description"
          rows={8}
          hint="Plain HTML: paragraphs, lists, links, emphasis. All else is taken out."
          value={draft.description}
          onChange={({ target }) => change({ description: target.value })}
        />
      </div>
    </Panel>
  );
}

function slugHint(slug: string, stored: string | null, former: readonly string[]): string {
  const address = slug === "" ? stored : slug;
  if (address === null) return "The last part of its address. Left empty, it is made of the title.";
  if (stored !== null && address !== stored) {
    return `Its address becomes /p/${address}. The old one, /p/${stored}, leads there from then on.`;
  }
  const also = former.length === 0 ? "" : ` Also led here: ${former.join(", ")}.`;
  return `Its address is /p/${address}.${also}`;
}
