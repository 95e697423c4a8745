/** The numbers one looks at first. */
import type { SecurityOverview } from "@souk/client/contracts/security";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

interface Tile {
  readonly name: string;
  readonly value: number;
  readonly about: string;
  /** More than none of it asks for a look. */
  readonly alarming?: boolean;
}

export function Tiles({ overview }: { readonly overview: SecurityOverview }): ReactNode {
  const tiles: readonly Tile[] = [
    { name: "Sign-ins", value: overview.succeeded, about: "Succeeded" },
    { name: "Failures", value: overview.failed, about: "Wrong or unknown" },
    { name: "Refused", value: overview.refused, about: "By a limit" },
    { name: "Active sessions", value: overview.active_sessions, about: "Now" },
    { name: "Locked accounts", value: overview.locked_accounts, about: "Now", alarming: true },
    { name: "Locked addresses", value: overview.locked_clients, about: "Now", alarming: true },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
      {tiles.map(({ name, value, about, alarming = false }) => (
        <div
          key={name}
          className="flex flex-col rounded-2xl border border-line bg-paper-raised px-4 py-3.5"
        >
          <dt className="flex items-center gap-1.5 text-sm font-semibold">
            {name}
            {alarming && value > 0 && <CircleAlert aria-hidden className="size-4 text-alarm" />}
          </dt>
          <dd className="order-first font-display text-3xl leading-tight tabular">
            {value.toLocaleString()}
          </dd>
          <dd className="text-xs text-ink-soft">{about}</dd>
        </div>
      ))}
    </dl>
  );
}
