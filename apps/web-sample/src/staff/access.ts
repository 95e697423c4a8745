/** What the signed-in member may do here: screens hide what the server would refuse. */
import type { MyAccess, PermissionName } from "@souk/client/contracts/access";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { useSession } from "../users/session.ts";

export interface Access {
  /** Null: not known yet, or nobody is signed in. */
  readonly mine: MyAccess | null;
  readonly can: (permission: PermissionName) => boolean;
  readonly error: unknown;
  readonly askAgain: () => void;
}

export function useAccess(): Access {
  const { user } = useSession();
  const trpc = useTRPC();
  const me = useQuery({ ...trpc.access.me.queryOptions(), enabled: user !== null });
  const held = new Set<PermissionName>(me.data?.permissions);
  return {
    mine: (user && me.data) ?? null,
    can: (permission) => held.has(permission),
    error: me.error,
    askAgain: () => void me.refetch(),
  };
}
