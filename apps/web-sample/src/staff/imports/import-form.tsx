/** Choosing a file of products, what it is, and whether to try it first. */
import { ImportFormat, StartImportInput, UploadImportInput } from "@souk/client/contracts/imports";
import { useSouk } from "@souk/client/react";
import { type ComponentProps, type ReactNode, useState } from "react";
import { AreaField, CheckField, SelectField, TextField } from "../../ui/form.tsx";
import { isStopped, type Sent, UploadBar, uploadOptions } from "../../ui/upload-bar.tsx";
import { typed } from "../../ui/use-submission.ts";
import { ActForm } from "../ui/act-form.tsx";
import { useImportsChanged, useStart } from "./use-imports.ts";
import { formatWords } from "./words.ts";

/** The file goes up first; its id takes its place. */
const ImportForm = StartImportInput.omit({ asset_id: true }).extend({
  file: UploadImportInput.shape.file,
});

const exampleMapping = JSON.stringify(
  { product: { title: "name", slug: { from: "name", as: "slug" }, price: "cost" } },
  null,
  2,
);

/** Undefined for none chosen: browsers send an empty one then. */
function fileChosen(form: FormData): File | undefined {
  const file = form.get("file");
  return file instanceof File && (file.size > 0 || file.name !== "") ? file : undefined;
}

/** What is no JSON stays a text, which the contract refuses. */
function mappingTyped(form: FormData): unknown {
  const text = typed(form, "mapping");
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The file that goes up, and what to show of it. */
function useUpload() {
  const souk = useSouk();
  const [sending, setSending] = useState<ComponentProps<typeof UploadBar> | null>(null);
  const upload = async (file: File) => {
    const stop = new AbortController();
    const show = (progress: Sent): void =>
      setSending({ name: file.name, progress, onStop: () => stop.abort() });
    show({ sent: 0, total: file.size });
    const options = uploadOptions(stop.signal, show);
    return souk.imports.upload
      .mutate({ file, file_name: file.name }, options)
      .finally(() => setSending(null));
  };
  return { sending, upload };
}

export function NewImport(): ReactNode {
  const start = useStart();
  const [format, setFormat] = useState<ImportFormat>("shopify_csv");
  const { sending, upload } = useUpload();
  return (
    <ActForm
      label="Import"
      action="Start the import"
      contract={ImportForm}
      read={(form) => ({
        file: fileChosen(form),
        format: typed(form, "format"),
        mapping: mappingTyped(form),
        dry_run: form.get("dry_run") === "on",
      })}
      run={async ({ file, ...wish }) => {
        const { asset_id } = await upload(file);
        await start({ ...wish, asset_id });
      }}
      said="The import is under way."
      explain={(error) => (isStopped(error) ? "Stopped: nothing has been imported." : null)}
      changed={useImportsChanged()}
      onDone={null}
    >
      <TextField
        name="file"
        label="File"
        type="file"
        required
        accept=".csv,.json,.jsonl,.ndjson,text/csv,application/json"
        hint="32 MB at most."
      />
      {sending && <UploadBar {...sending} />}
      <SelectField
        name="format"
        label="Format"
        required
        value={format}
        onChange={({ target }) => setFormat(ImportFormat.parse(target.value))}
      >
        {ImportFormat.options.map((known) => (
          <option key={known} value={known}>
            {formatWords[known]}
          </option>
        ))}
      </SelectField>
      {format === "mapped_json" && (
        <AreaField
          name="mapping"
          label="Mapping"
          required
          rows={8}
          spellCheck={false}
          className="font-mono text-sm"
          defaultValue={exampleMapping}
          hint="JSON: where each field of a product is found in a record of the file."
        />
      )}
      <CheckField name="dry_run" label="Dry run: judge everything, keep nothing" defaultChecked />
    </ActForm>
  );
}
