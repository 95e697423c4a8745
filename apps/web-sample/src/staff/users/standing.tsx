/** How an account stands, in badges. */
import type { UserForStaff } from "@souk/client/contracts/users";
import { BriefcaseBusiness } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";

type Standing = Pick<UserForStaff, "is_active" | "is_verified" | "is_staff">;

export function StandingBadges({ user }: { readonly user: Standing }): ReactNode {
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {!user.is_verified && <Badge tone="waiting">Unverified</Badge>}
      {user.is_verified && user.is_active && <Badge tone="good">Active</Badge>}
      {user.is_verified && !user.is_active && <Badge tone="bad">Disabled</Badge>}
      {user.is_staff && (
        <Badge tone="plain" icon={BriefcaseBusiness}>
          Staff
        </Badge>
      )}
    </span>
  );
}
