/** The confirmation of an order, and the page a guest can come back to. */
import { errorStatus, isSignInRequired } from "@souk/client";
import type { Order } from "@souk/client/contracts/orders";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageError } from "../shell/error-page.tsx";
import { NotFound } from "../shell/not-found-page.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { EmptyState, Loading, Skeleton } from "../ui/states.tsx";
import { useSession } from "../users/session.ts";
import { dayOf, OrderStatus } from "./order-status.tsx";
import { OrderView } from "./order-view.tsx";
import { useOrder } from "./use-order.ts";

const route = getRouteApi("/orders/$number");

function ThankYou({ order }: { readonly order: Order }): ReactNode {
  const { user } = useSession();
  return (
    <div className="py-10 md:py-16">
      <p className="font-semibold text-leaf">Order {order.number} is placed</p>
      <h1 className="display-1 mt-3">Thank you, {order.shipping_address.first_name}.</h1>
      <p className="mt-5 max-w-[52ch] text-lg text-ink-soft">
        We have written to {order.email}.{" "}
        {user ? "You find this order in your account, too." : "The mail leads back to this page."}
      </p>
      <div className="mt-7 flex flex-wrap gap-3">
        <ButtonLink to="/">Back to the shop</ButtonLink>
        {user && (
          <ButtonLink to="/account/orders" look="secondary">
            Your orders
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

function OrderHead({ order }: { readonly order: Order }): ReactNode {
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2 py-8 md:py-12">
      <h1 className="display-2">Order {order.number}</h1>
      <OrderStatus order={order} />
      <p className="w-full text-ink-soft">Placed on {dayOf(order.placed_at)}</p>
    </div>
  );
}

function SignInFirst({ number }: { readonly number: string }): ReactNode {
  return (
    <div className="frame py-12">
      <PageTitle title="Sign in to see this order" />
      <EmptyState
        title="Sign in to see this order"
        heading="h1"
        action={
          <ButtonLink to="/sign-in" search={{ redirect: `/orders/${number}` }}>
            Sign in
          </ButtonLink>
        }
      >
        <p>If you ordered as a guest, follow the link in the mail we sent you.</p>
      </EmptyState>
    </div>
  );
}

export function OrderPage(): ReactNode {
  const { number } = route.useParams();
  const { placed } = route.useSearch();
  const order = useOrder(number);

  if (order.isPending) {
    return (
      <Loading label="The order is loading" className="frame grid gap-6 py-12">
        <Skeleton className="h-14 w-80 max-w-full" />
        <Skeleton className="h-64 w-full" />
      </Loading>
    );
  }
  if (order.isError) {
    if (isSignInRequired(order.error)) return <SignInFirst number={number} />;
    if (errorStatus(order.error) === 404) return <NotFound what="order" />;
    return <PageError error={order.error} onRetry={() => void order.refetch()} />;
  }
  return (
    <div className="frame">
      <PageTitle title={placed ? "Thank you" : `Order ${number}`} />
      {placed ? <ThankYou order={order.data} /> : <OrderHead order={order.data} />}
      <OrderView order={order.data} />
    </div>
  );
}
