/** Making an API key, and showing it the one time that it can be seen. */
import {
  CreateApiKeyInput,
  type CreatedApiKey,
  type PermissionName,
} from "@souk/client/contracts/access";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useState } from "react";
import { useFresh } from "../../authentication/confirm-identity.tsx";
import { Form, SelectField, TextField } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { PermissionFields, usePermissionsForKeys } from "../team/permission-fields.tsx";
import { useTeamChanged } from "../team/use-team.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";

interface NewKeyProps {
  readonly onDone: () => void;
}

const DAY_MS = 24 * 60 * 60_000;
const NEVER = "never";

const lifetimes = [
  ["30", "In 30 days"],
  ["90", "In 90 days"],
  ["365", "In a year"],
  [NEVER, "Not until it is revoked"],
] as const;

function expiryOf(lifetime: string): string | null {
  if (lifetime === NEVER) return null;
  return new Date(Date.now() + Number(lifetime) * DAY_MS).toISOString();
}

interface KeyFormProps extends NewKeyProps {
  readonly onMade: (key: CreatedApiKey) => void;
}

function KeyForm({ onMade, onDone }: KeyFormProps): ReactNode {
  const souk = useSouk();
  const fresh = useFresh();
  const changed = useTeamChanged();
  const offered = usePermissionsForKeys();
  const [ticked, setTicked] = useState<ReadonlySet<PermissionName>>(new Set());
  const submission = useSubmission({
    contract: CreateApiKeyInput,
    read: (form) => ({
      name: typed(form, "name") ?? "",
      permissions: [...ticked],
      expires_at: expiryOf(String(form.get("expires_at"))),
    }),
    send: async (input) => {
      onMade(await fresh(() => souk.access.createApiKey.mutate(input)));
      await changed();
    },
  });
  const missing = submission.errors["permissions"];
  return (
    <Form submission={submission} label="New API key" className="grid gap-5">
      <TextField
        name="name"
        label="Name"
        required
        maxLength={60}
        hint="Such as the program that will use it."
      />
      <SelectField name="expires_at" label="Expires" required defaultValue="90">
        {lifetimes.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <div>
        <p className="mb-2 text-sm font-semibold">What it may do</p>
        {missing && (
          <p role="alert" className="mb-2 text-sm font-medium text-alarm">
            {missing.join(" ")}
          </p>
        )}
        <PermissionFields offered={offered} ticked={ticked} onChange={setTicked} />
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <CompactButton onClick={onDone}>Cancel</CompactButton>
        <CompactButton type="submit" look="primary" pending={submission.pending}>
          Make the key
        </CompactButton>
      </div>
    </Form>
  );
}

function MadeKey({ made, onDone }: NewKeyProps & { readonly made: CreatedApiKey }): ReactNode {
  return (
    <div className="grid gap-5">
      <Notice tone="info" title="Copy the key now">
        <p>It is shown this once. Whoever has it may do what it permits.</p>
      </Notice>
      <div>
        <p className="mb-1.5 text-sm font-semibold">{made.name}</p>
        <code
          data-testid="api-key"
          className="block rounded-lg border border-line-strong bg-paper px-4 py-3 text-sm break-all select-all"
        >
          {made.key}
        </code>
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <CopyButton text={made.key} />
        <CompactButton look="primary" onClick={onDone}>
          I have stored it
        </CompactButton>
      </div>
    </div>
  );
}

export function NewKey({ onDone }: NewKeyProps): ReactNode {
  const [made, setMade] = useState<CreatedApiKey | null>(null);
  if (made) return <MadeKey made={made} onDone={onDone} />;
  return <KeyForm onMade={setMade} onDone={onDone} />;
}
