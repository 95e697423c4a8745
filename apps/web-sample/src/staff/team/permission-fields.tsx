/** Permissions to tick, family by family; what one does not hold oneself cannot be given away. */
import { impliedBy, type PermissionName } from "@souk/client/contracts/access";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useAccess } from "../access.ts";
import { byFamily, permissionWords } from "../words.ts";

interface PermissionFieldsProps {
  readonly offered: readonly PermissionName[];
  readonly ticked: ReadonlySet<PermissionName>;
  readonly onChange: (ticked: ReadonlySet<PermissionName>) => void;
}

interface Standing {
  readonly held: boolean;
  /** What is ticked, and brings it along. */
  readonly comesWith: PermissionName | null;
}

function explanation(permission: PermissionName, { held, comesWith }: Standing): string {
  if (!held) return "You do not hold this, so you cannot give it.";
  if (comesWith === null) return permissionWords[permission].does;
  return `Comes with “${permissionWords[comesWith].label}”.`;
}

export function PermissionFields({ offered, ticked, onChange }: PermissionFieldsProps): ReactNode {
  const { can } = useAccess();
  const toggle = (permission: PermissionName): void => {
    const next = new Set(ticked);
    if (!next.delete(permission)) next.add(permission);
    onChange(next);
  };
  return (
    <div className="grid gap-4">
      {byFamily(offered).map(({ family, label, permissions }) => (
        <fieldset key={family} className="rounded-xl border border-line px-4 pt-1 pb-3">
          <legend className="px-1.5 text-sm font-semibold">{label}</legend>
          <div className="grid gap-1">
            {permissions.map((permission) => {
              const held = can(permission);
              const write = impliedBy(permission);
              const comesWith = write !== null && ticked.has(write) ? write : null;
              return (
                <label key={permission} className="flex min-h-9 items-start gap-3 py-1">
                  <input
                    type="checkbox"
                    name="permissions"
                    value={permission}
                    checked={comesWith !== null || ticked.has(permission)}
                    disabled={comesWith !== null || !held}
                    onChange={() => toggle(permission)}
                    className="mt-0.5 size-5 shrink-0 accent-clay"
                  />
                  <span className="min-w-0 text-[0.95rem] leading-snug">
                    {permissionWords[permission].label}
                    <span className="block text-sm text-ink-soft">
                      {explanation(permission, { held, comesWith })}
                    </span>
                  </span>
                </label>
              );
            })}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

/** What an API key may hold, as far as the member may ask. */
export function usePermissionsForKeys(): readonly PermissionName[] {
  const { can, mine } = useAccess();
  const listed = useQuery({
    ...useTRPC().access.permissions.queryOptions(),
    enabled: can("staff:read"),
  });
  if (listed.data === undefined) return mine?.permissions ?? [];
  return listed.data.items.flatMap(({ name, for_api_keys }) => (for_api_keys ? [name] : []));
}
