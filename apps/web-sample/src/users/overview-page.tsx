/** The account at a glance: the latest orders, and where they go. */
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { OrderRow } from "../orders/order-row.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ErrorState, Loading, Skeleton } from "../ui/states.tsx";
import { AddressText } from "./address-card.tsx";
import { useSession } from "./session.ts";

const LATEST = 3;

function LatestOrders(): ReactNode {
  const orders = useQuery(useTRPC().orders.list.queryOptions({ limit: LATEST }));
  return (
    <section aria-labelledby="latest" className="mt-10">
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id="latest" className="display-3">
          Latest orders
        </h2>
        <Link to="/account/orders" className="link font-semibold">
          All orders
        </Link>
      </div>
      {orders.isPending && (
        <Loading label="Your orders are loading">
          <Skeleton className="h-24 w-full" />
        </Loading>
      )}
      {orders.isError && <ErrorState error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.isSuccess && orders.data.items.length === 0 && (
        <div className="rounded-2xl bg-paper-raised p-8 text-center">
          <p className="text-ink-soft">You have not ordered anything yet.</p>
          <ButtonLink to="/search" look="secondary" className="mt-5">
            Browse the souk
          </ButtonLink>
        </div>
      )}
      {orders.isSuccess && orders.data.items.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {orders.data.items.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DefaultAddress(): ReactNode {
  const { data } = useQuery(useTRPC().users.addresses.queryOptions());
  const address =
    data?.items.find(({ type, is_default }) => is_default && type === "shipping") ?? data?.items[0];
  return (
    <section aria-labelledby="address" className="mt-12">
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id="address" className="display-3">
          Your parcels go to
        </h2>
        <Link to="/account/addresses" className="link font-semibold">
          All addresses
        </Link>
      </div>
      {address && <AddressText address={address} />}
      {data && !address && <p className="text-ink-soft">No address is saved yet.</p>}
    </section>
  );
}

export function OverviewPage(): ReactNode {
  const { user } = useSession();
  return (
    <>
      <PageTitle title="Your account" />
      <h1 className="display-2">Hello, {user?.first_name}</h1>
      <p className="mt-2 text-ink-soft">{user?.email}</p>
      <LatestOrders />
      <DefaultAddress />
    </>
  );
}
