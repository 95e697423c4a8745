/** Fields that everybody here may read: only those who may change them can. */
import type { PermissionName } from "@souk/client/contracts/access";
import type { ReactNode } from "react";
import { useAccess } from "../access.ts";

interface WritableProps {
  readonly by: PermissionName;
  readonly children: ReactNode;
}

export function Writable({ by, children }: WritableProps): ReactNode {
  const { can } = useAccess();
  return (
    <fieldset disabled={!can(by)} className="contents">
      {children}
    </fieldset>
  );
}
