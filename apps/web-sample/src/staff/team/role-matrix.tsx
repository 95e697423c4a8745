/** All roles beside each other: which permits what. */
import { PermissionName, type Role } from "@souk/client/contracts/access";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useWide } from "../ui/use-wide.ts";
import { byFamily, permissionWords } from "../words.ts";

interface RoleMatrixProps {
  readonly roles: readonly Role[];
}

function Held({ held }: { readonly held: boolean }): ReactNode {
  return held ? (
    <>
      <Check aria-hidden className="mx-auto size-4 text-leaf" strokeWidth={2.5} />
      <span className="sr-only">Yes</span>
    </>
  ) : (
    <>
      <span aria-hidden className="text-line-strong">
        ·
      </span>
      <span className="sr-only">No</span>
    </>
  );
}

/** For phones: role by role. */
function ByRole({ roles }: RoleMatrixProps): ReactNode {
  return (
    <ul className="mt-3 grid gap-4 text-sm">
      {roles.map((role) => (
        <li key={role.id}>
          <p className="font-semibold">{role.name}</p>
          <p className="text-ink-soft">
            {role.permissions.map((held) => permissionWords[held].label).join(", ") || "Nothing"}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Matrix({ roles }: RoleMatrixProps): ReactNode {
  return (
    <table className="mt-3 w-full text-sm">
      <caption className="sr-only">What each role permits</caption>
      <thead>
        <tr className="border-b border-line-strong/60 align-bottom">
          <th
            scope="col"
            className="sticky left-0 bg-paper-raised py-2 text-left font-semibold text-ink-soft"
          >
            Permission
          </th>
          {roles.map(({ id, name }) => (
            <th key={id} scope="col" className="max-w-28 px-2 py-2 font-semibold break-words">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {byFamily(PermissionName.options).map(({ family, label, permissions }) => (
        <tbody key={family} className="border-b border-line">
          <tr>
            <th
              scope="rowgroup"
              colSpan={roles.length + 1}
              className="pt-3 pb-1 text-left text-xs font-semibold text-ink-soft"
            >
              {label}
            </th>
          </tr>
          {permissions.map((permission) => (
            <tr key={permission}>
              <th
                scope="row"
                className="sticky left-0 bg-paper-raised py-1.5 pr-3 text-left font-normal whitespace-nowrap"
              >
                {permissionWords[permission].label}
              </th>
              {roles.map((role) => (
                <td key={role.id} className="px-2 py-1.5 text-center">
                  <Held held={role.permissions.includes(permission)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** With many roles it is wider than the page. */
function Scrolled({ roles }: RoleMatrixProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it, too
    <section aria-label="What each role permits" tabIndex={0} className="relative overflow-x-auto">
      <Matrix roles={roles} />
    </section>
  );
}

export function RoleMatrix({ roles }: RoleMatrixProps): ReactNode {
  const wide = useWide();
  return (
    <details className="mt-4" open={wide}>
      <summary className="link inline-block py-1 text-sm font-semibold">
        Compare what they permit
      </summary>
      {wide ? <Scrolled roles={roles} /> : <ByRole roles={roles} />}
    </details>
  );
}
