/** The first page of the staff console: what this member may do, and the ways there. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "../users/session.ts";
import { useAccess } from "./access.ts";
import { sections } from "./sections.ts";
import { Chip } from "./ui/badge.tsx";
import { PageHead, Panel } from "./ui/panel.tsx";
import { byFamily, permissionWords } from "./words.ts";

function Shortcuts(): ReactNode {
  const { can } = useAccess();
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {sections
        .filter(({ needs }) => can(needs))
        .map(({ to, label, about, Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className="flex h-full items-start gap-4 rounded-2xl border border-line bg-paper-raised p-5 transition-shadow hover:border-line-strong hover:shadow-lift"
            >
              <span className="arch flex h-14 w-11 shrink-0 items-end justify-center bg-clay pb-2.5 text-paper">
                <Icon aria-hidden className="size-5" strokeWidth={1.75} />
              </span>
              <span className="min-w-0">
                <span className="display-4 block">{label}</span>
                <span className="mt-1 block text-sm text-ink-soft">{about}</span>
              </span>
            </Link>
          </li>
        ))}
    </ul>
  );
}

export function StaffOverviewPage(): ReactNode {
  const { user } = useSession();
  const { mine } = useAccess();
  return (
    <>
      <PageHead
        title={`Hello, ${user?.first_name}`}
        windowTitle="Staff"
        intro={
          mine && mine.roles.length > 0 ? (
            <p className="flex flex-wrap items-center gap-1.5">
              You work here as
              {mine.roles.map(({ slug, name }) => (
                <Chip key={slug}>{name}</Chip>
              ))}
            </p>
          ) : null
        }
      />
      <div className="grid gap-6">
        <Shortcuts />
        <Panel title="What you may do">
          <dl className="grid gap-x-8 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">
            {byFamily(mine?.permissions ?? []).map(({ family, label, permissions }) => (
              <div key={family}>
                <dt className="text-sm font-semibold">{label}</dt>
                {permissions.map((permission) => (
                  <dd key={permission} className="mt-1 text-sm text-ink-soft">
                    <span className="text-ink">{permissionWords[permission].label}:</span>{" "}
                    {permissionWords[permission].does.toLowerCase()}
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </Panel>
      </div>
    </>
  );
}
