/** One recorded act: a line that opens to all that was kept of it. */
import type { AuditEntry } from "@souk/client/contracts/core";
import { ChevronRight, CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { CompactButton } from "../ui/compact-button.tsx";
import { Facts } from "../ui/panel.tsx";
import { Stamp } from "../ui/stamp.tsx";
import { actionWords, isAlarming } from "./action-words.ts";

const kinds = {
  anonymous: "Somebody not signed in",
  user: "A user who is gone",
  api_key: "An API key",
  system: "The shop itself",
} as const;

export const actorText = ({ actor }: AuditEntry): string => actor.label ?? kinds[actor.kind];

const valueText = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

interface EntryItemProps {
  readonly entry: AuditEntry;
  readonly onActor?: (id: string) => void;
}

function Kept({ entry, onActor }: EntryItemProps): ReactNode {
  const { actor, subject, details, personal } = entry;
  const facts: [string, ReactNode][] = [
    ["Action", <code key="action">{entry.action}</code>],
    ["Actor", actor.id === null ? kinds[actor.kind] : `${actor.kind} ${actor.id}`],
  ];
  if (subject) facts.push(["Done to", `${subject.type} ${subject.id}`]);
  for (const [name, value] of Object.entries(details)) facts.push([name, valueText(value)]);
  for (const [name, value] of Object.entries(personal ?? {})) facts.push([name, value]);
  if (personal === null) facts.push(["Personal data", "Erased; the chain still holds"]);
  facts.push(["Request", entry.request_id]);
  facts.push(["Hash", <code key="hash">{entry.hash ?? "Not sealed yet"}</code>]);
  return (
    <div className="mt-1 mb-3 rounded-lg bg-paper px-4 py-3 text-sm [&_code]:text-[0.8rem] [&_code]:break-all [&_dd]:break-all">
      <Facts items={facts} />
      {onActor && actor.id !== null && (
        <CompactButton className="mt-3" onClick={() => actor.id !== null && onActor(actor.id)}>
          Only what {actor.label ?? "this actor"} did
        </CompactButton>
      )}
    </div>
  );
}

function EntryItem({ entry, onActor }: EntryItemProps): ReactNode {
  return (
    <li>
      <details className="group">
        <summary className="grid min-h-11 grid-cols-[1.25rem_1fr] items-center gap-x-2 py-2 text-sm hover:bg-paper/70 sm:grid-cols-[1.25rem_3.5rem_9.5rem_1fr_1fr]">
          <ChevronRight
            aria-hidden
            className="size-4 text-ink-soft transition-transform group-open:rotate-90"
          />
          <span className="tabular hidden text-ink-soft sm:block">
            {entry.position === null ? "…" : `#${entry.position}`}
          </span>
          <span className="order-last col-start-2 text-ink-soft sm:order-none sm:col-start-auto">
            <Stamp at={entry.occurred_at} />
          </span>
          <span className="flex min-w-0 items-center gap-1.5 font-semibold">
            {isAlarming(entry.action) && (
              <CircleAlert aria-label="Suspicious:" className="size-4 shrink-0 text-alarm" />
            )}
            {actionWords(entry.action)}
          </span>
          <span className="col-start-2 min-w-0 break-words text-ink-soft sm:col-start-auto">
            {actorText(entry)}
          </span>
        </summary>
        <Kept entry={entry} {...(onActor ? { onActor } : {})} />
      </details>
    </li>
  );
}

interface EntryListProps {
  readonly entries: readonly AuditEntry[];
  readonly onActor?: (id: string) => void;
}

export function EntryList({ entries, onActor }: EntryListProps): ReactNode {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {entries.map((entry) => (
        <EntryItem key={entry.id} entry={entry} {...(onActor ? { onActor } : {})} />
      ))}
    </ul>
  );
}
