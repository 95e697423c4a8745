/** The texts of one thing in the shop's other languages, beside what they say in its own. */
import {
  SaveTranslationInput,
  type Texts,
  type TranslatableKind,
} from "@souk/client/contracts/translations";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { cx } from "../../ui/cx.ts";
import { AreaField, Form, TextField } from "../../ui/form.tsx";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { toasts } from "../../ui/toast.tsx";
import { useSubmission } from "../../ui/use-submission.ts";
import { Chip } from "../ui/badge.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Failure } from "../ui/failure.tsx";
import { Panel } from "../ui/panel.tsx";
import { Writable } from "../ui/writable.tsx";

interface SubjectProps {
  readonly kind: TranslatableKind;
  readonly id: string;
  /** In a drawer: one field below the other. */
  readonly narrow?: boolean;
}

const languages = new Intl.DisplayNames(undefined, { type: "language" });

const languageOf = (locale: string): string => languages.of(locale) ?? locale;

export function TranslationsPanel({ kind, id, narrow = false }: SubjectProps): ReactNode {
  const trpc = useTRPC();
  const { data: store } = useQuery(trpc.stores.current.queryOptions());
  const query = useQuery(trpc.products.translations.list.queryOptions({ kind, subject_id: id }));
  const [chosen, setChosen] = useState<string | null>(null);
  const [_own, ...locales] = store?.locales ?? [];
  const locale = chosen ?? locales[0];
  // A shop of one language has nothing to translate.
  if (locale === undefined) return null;
  return (
    <Panel
      title="Other languages"
      intro="What is left empty is shown in the shop's own language."
      actions={
        locales.length === 1 ? (
          <Chip>{languageOf(locale)}</Chip>
        ) : (
          locales.map((one) => (
            <CompactButton
              key={one}
              look={one === locale ? "primary" : "secondary"}
              aria-pressed={one === locale}
              onClick={() => setChosen(one)}
            >
              {languageOf(one)}
            </CompactButton>
          ))
        )
      }
    >
      {query.isPending ? (
        <Loading label="The texts are loading">
          <Skeleton className="h-40 w-full" />
        </Loading>
      ) : query.data === undefined ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <TextsForm
          key={`${locale} ${Object.keys(query.data.originals).join()}`}
          {...{ kind, id, narrow, locale }}
          originals={query.data.originals}
          texts={query.data.items.find((item) => item.locale === locale)?.texts ?? {}}
        />
      )}
    </Panel>
  );
}

interface TextsFormProps extends SubjectProps {
  readonly locale: string;
  readonly originals: Texts;
  readonly texts: Texts;
}

function TextsForm({ kind, id, narrow, locale, originals, texts }: TextsFormProps): ReactNode {
  const souk = useSouk();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const fields = Object.keys(originals);
  const submission = useSubmission({
    contract: SaveTranslationInput,
    read: (form) => ({
      ...{ kind, subject_id: id, locale },
      texts: Object.fromEntries(
        fields.map((field) => [field, String(form.get(`texts.${field}`) ?? "")]),
      ),
    }),
    send: async (input) => {
      await souk.products.translations.save.mutate(input);
      await cache.invalidateQueries({ queryKey: trpc.products.translations.pathKey() });
      toasts.say(`The texts in ${languageOf(locale)} are saved.`);
    },
  });
  return (
    <Form
      submission={submission}
      label={`Texts in ${languageOf(locale)}`}
      className={cx("grid gap-4", !narrow && "md:grid-cols-2")}
    >
      <Writable by="products:write">
        {fields.map((field) => {
          const original = originals[field] ?? "";
          const props = {
            name: `texts.${field}`,
            label: labelOf(field),
            placeholder: original,
            defaultValue: texts[field] ?? "",
            lang: locale,
          };
          return /description/.test(field) ? (
            <AreaField key={field} {...props} rows={4} />
          ) : (
            <TextField key={field} {...props} />
          );
        })}
        <div className="col-span-full flex justify-end">
          <CompactButton type="submit" look="primary" pending={submission.pending}>
            Save the texts
          </CompactButton>
        </div>
      </Writable>
    </Form>
  );
}

const known: Readonly<Record<string, string>> = {
  title: "Title",
  subtitle: "Subtitle",
  description_html: "Description",
  name: "Name",
  description: "Description",
  unit: "Unit",
  seo_title: "Title for search engines",
  seo_description: "Description for search engines",
};

/** Such as `option.Colour.Red`: what is behind the kind of text is the text's own original. */
function labelOf(field: string): string {
  const label = known[field];
  if (label !== undefined) return label;
  const [, ...parts] = field.split(".");
  return parts.join(": ");
}
