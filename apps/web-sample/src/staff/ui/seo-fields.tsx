/** How something reads in the lists of search engines, as fields of a form that is read when it is sent. */
import type { ReactNode } from "react";
import { AreaField, TextField } from "../../ui/form.tsx";
import { typed } from "../../ui/use-submission.ts";

interface Seo {
  readonly title: string;
  readonly description: string;
}

export function SeoFields({ seo }: { readonly seo: Seo | undefined }): ReactNode {
  return (
    <>
      <TextField
        name="seo.title"
        label="Title for search engines"
        maxLength={255}
        defaultValue={seo?.title}
      />
      <AreaField
        name="seo.description"
        label="Description for search engines"
        maxLength={1000}
        rows={2}
        defaultValue={seo?.description}
      />
    </>
  );
}

export const readSeo = (form: FormData): Seo => ({
  title: typed(form, "seo.title") ?? "",
  description: typed(form, "seo.description") ?? "",
});
