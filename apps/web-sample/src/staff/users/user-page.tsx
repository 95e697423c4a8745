/** One account: who it is, where it is signed in, what it bought, and what staff may do to it. */
import { errorStatus } from "@souk/client";
import type { UserDetail } from "@souk/client/contracts/users";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { NotFound } from "../../shell/not-found-page.tsx";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { AddressText } from "../../users/address-card.tsx";
import { useAccess } from "../access.ts";
import { Badge, Chip } from "../ui/badge.tsx";
import { Failure } from "../ui/failure.tsx";
import { Facts, PageHead, Panel } from "../ui/panel.tsx";
import { Day, Stamp } from "../ui/stamp.tsx";
import { StandingBadges } from "./standing.tsx";
import { UserAccess } from "./user-access.tsx";
import { UserAttempts } from "./user-attempts.tsx";
import { UserOrders } from "./user-orders.tsx";
import { UserPrivacy } from "./user-privacy.tsx";
import { UserSessions } from "./user-sessions.tsx";

const route = getRouteApi("/staff/users/$id");

function Profile({ user }: { readonly user: UserDetail }): ReactNode {
  return (
    <Panel title="Profile">
      <Facts
        items={[
          ["E-mail", user.email],
          ["User name", user.username],
          ["Phone", user.phone ?? "None"],
          ["Joined", <Day key="joined" at={user.date_joined} />],
          [
            "Last sign-in",
            user.last_sign_in_at === null ? (
              "Never"
            ) : (
              <Stamp key="sign-in" at={user.last_sign_in_at} />
            ),
          ],
          [
            "Second factor",
            <Badge key="factor" tone={user.has_second_factor ? "good" : "plain"}>
              {user.has_second_factor ? "On" : "None"}
            </Badge>,
          ],
          ["Offers by mail", user.marketing_email ? "Agreed" : "Not agreed"],
          [
            "Roles",
            user.roles.length === 0 ? (
              "None"
            ) : (
              <span key="roles" className="flex flex-wrap gap-1.5">
                {user.roles.map(({ slug, name }) => (
                  <Chip key={slug}>{name}</Chip>
                ))}
              </span>
            ),
          ],
        ]}
      />
    </Panel>
  );
}

const addressTypes = { shipping: "Shipping", billing: "Billing", other: "Other" } as const;

function Addresses({ user }: { readonly user: UserDetail }): ReactNode {
  return (
    <Panel title="Addresses">
      {user.addresses.length === 0 ? (
        <p className="text-[0.95rem] text-ink-soft">None is saved.</p>
      ) : (
        <ul className="grid gap-5 sm:grid-cols-2">
          {user.addresses.map((address) => (
            <li key={address.id} className="text-[0.95rem]">
              <p className="text-sm font-semibold">
                {addressTypes[address.type]}
                {address.is_default && <span className="text-ink-soft"> (default)</span>}
              </p>
              <AddressText address={address} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Account({ user }: { readonly user: UserDetail }): ReactNode {
  const { can } = useAccess();
  return (
    <>
      <PageHead
        title={`${user.first_name} ${user.last_name}`}
        intro={user.email}
        badges={<StandingBadges user={user} />}
      />
      <div className="grid gap-5 xl:grid-cols-2">
        <Profile user={user} />
        <div className="grid gap-5 xl:grid-rows-[auto_1fr]">
          {can("users:write") && <UserAccess user={user} />}
          <Addresses user={user} />
        </div>
      </div>
      <div className="mt-5 grid gap-5">
        <UserSessions user={user} />
        {can("orders:read") && <UserOrders userId={user.id} />}
        {can("security:read") && <UserAttempts email={user.email} />}
        {can("users:privacy") && <UserPrivacy user={user} />}
      </div>
    </>
  );
}

export function StaffUserPage(): ReactNode {
  const { id } = route.useParams();
  const user = useQuery(useTRPC().users.get.queryOptions({ id }));
  if (user.isError && [400, 404].includes(errorStatus(user.error) ?? 0)) {
    return <NotFound what="user" />;
  }
  return (
    <>
      <Link to="/staff/users" className="link mb-2 inline-flex min-h-9 items-center gap-1 text-sm">
        <ChevronLeft aria-hidden className="size-4" />
        All users
      </Link>
      {user.isPending && (
        <Loading label="The account is loading" className="grid gap-5">
          <Skeleton className="h-10 w-60" />
          <Skeleton className="h-64 w-full" />
        </Loading>
      )}
      {user.isError && !user.data && (
        <Failure error={user.error} onRetry={() => void user.refetch()} />
      )}
      {user.data && <Account user={user.data} />}
    </>
  );
}
