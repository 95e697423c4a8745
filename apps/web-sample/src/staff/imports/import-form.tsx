/** Choosing a file of products, what it is, and whether to try it first. */
import type { PermissionName } from "@souk/client/contracts/access";
import {
  ImportFormat,
  Mapping,
  StartImportInput,
  UploadImportInput,
} from "@souk/client/contracts/imports";
import { useSouk } from "@souk/client/react";
import { type ComponentProps, type ReactNode, useState } from "react";
import { AreaField, CheckField, SelectField, TextField } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { isStopped, type Sent, UploadBar, uploadOptions } from "../../ui/upload-bar.tsx";
import { typed } from "../../ui/use-submission.ts";
import { useAccess } from "../access.ts";
import { ActForm } from "../ui/act-form.tsx";
import { permissionWords } from "../words.ts";
import { wrongInMapping } from "./mapping.ts";
import { neededFor, useImportsChanged, useStart } from "./use-imports.ts";
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

/** Once it is known to be one. */
function mappingTyped(form: FormData): Mapping | undefined {
  const text = typed(form, "mapping");
  return text === undefined ? undefined : Mapping.parse(JSON.parse(text));
}

const sets: Partial<Record<PermissionName, string>> = {
  "inventory:write": "It sets stock (product.on_hand)",
  "reviews:write": "It brings reviews (reviews)",
};

const missingText = (needed: PermissionName): string =>
  `${sets[needed] ?? "It changes the catalogue"}, which needs the permission “${permissionWords[needed].label}”.`;

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
  const { can } = useAccess();
  const offered = ImportFormat.options.filter((known) => neededFor(known, null).every(can));
  const [format, setFormat] = useState<ImportFormat>(offered[0] ?? "mapped_json");
  const { sending, upload } = useUpload();
  return (
    <ActForm
      label="Import"
      action="Start the import"
      contract={ImportForm}
      check={(form) => {
        const text = typed(form, "mapping") ?? "";
        const wrong = format === "mapped_json" ? wrongInMapping(text) : [];
        if (wrong.length > 0) return { mapping: wrong };
        const missing = neededFor(format, mappingTyped(form)).filter((needed) => !can(needed));
        return missing.length > 0 ? { mapping: missing.map(missingText) } : {};
      }}
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
      {offered.length < ImportFormat.options.length && (
        <Notice tone="info">
          <p>
            Files of the other formats set stock, too. Those need the permission{" "}
            <strong>{permissionWords["inventory:write"].label}</strong>, which whoever manages the
            team can grant you.
          </p>
        </Notice>
      )}
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
        {offered.map((known) => (
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
