/** The cart: every line, what is wrong with it, and what it comes to. */
import type { Cart } from "@souk/client/contracts/cart";
import type { ReactNode } from "react";
import { ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { EmptyState, ErrorState, Loading, Skeleton } from "../ui/states.tsx";
import { LineRow } from "./line-row.tsx";
import { TotalsList } from "./totals-list.tsx";
import { hasBlockedLines, useCart } from "./use-cart.ts";

function FilledCart({ cart }: { readonly cart: Cart }): ReactNode {
  const blocked = hasBlockedLines(cart);
  return (
    <div className="grid items-start gap-x-16 gap-y-10 lg:grid-cols-[1fr_24rem]">
      <ul aria-label="In your cart" className="divide-y divide-line border-y border-line pt-5">
        {cart.lines.map((line) => (
          <LineRow key={line.id} cart={cart} line={line} />
        ))}
      </ul>
      <section
        aria-labelledby="summary"
        className="rounded-2xl bg-paper-raised p-6 shadow-lift lg:sticky lg:top-8 lg:p-8"
      >
        <h2 id="summary" className="display-4 mb-5">
          Summary
        </h2>
        <TotalsList
          totals={cart.totals}
          taxIncluded={cart.prices_include_tax}
          shippingKnown={cart.shipping_method !== null}
        />
        {blocked && (
          <Notice tone="alarm" className="mt-6">
            <p>Put the marked lines right first.</p>
          </Notice>
        )}
        <ButtonLink to="/checkout" className="mt-6 w-full" disabled={blocked}>
          Go to checkout
        </ButtonLink>
      </section>
    </div>
  );
}

function CartBody(): ReactNode {
  const cart = useCart();
  if (cart.isPending) {
    return (
      <Loading label="Your cart is loading" className="grid gap-6">
        <Skeleton className="h-28 w-full" />
        <Skeleton className="h-28 w-full" />
      </Loading>
    );
  }
  if (cart.isError) return <ErrorState error={cart.error} onRetry={() => void cart.refetch()} />;
  if (cart.data.lines.length > 0) return <FilledCart cart={cart.data} />;
  return (
    <EmptyState
      title="Nothing in it yet"
      action={<ButtonLink to="/search">Browse the souk</ButtonLink>}
    >
      <p>Whatever you put into it stays here until you come back.</p>
    </EmptyState>
  );
}

export function CartPage(): ReactNode {
  return (
    <div className="frame">
      <PageTitle title="Your cart" />
      <h1 className="display-2 py-8 md:py-12">Your cart</h1>
      <CartBody />
    </div>
  );
}
