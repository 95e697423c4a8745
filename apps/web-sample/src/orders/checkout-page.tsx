/** From a cart to an order, on one page: where to, how, and paid by what. */
import type { Cart } from "@souk/client/contracts/cart";
import { type ReactNode, useState } from "react";
import { hasBlockedLines, useCart } from "../cart/use-cart.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { EmptyState, ErrorState, Loading, Skeleton } from "../ui/states.tsx";
import { useSession } from "../users/session.ts";
import { AddressStep } from "./checkout/address-step.tsx";
import { CheckoutSummary } from "./checkout/checkout-summary.tsx";
import { DeliveryStep } from "./checkout/delivery-step.tsx";
import { PaymentStep } from "./checkout/payment-step.tsx";
import type { StepName } from "./checkout/step.tsx";
import { useIsPlacing } from "./checkout/use-place-order.ts";

/** The first step that the cart itself calls unfinished. */
function nextStep(cart: Cart): StepName {
  const missing = new Set(cart.requirements.map(({ code }) => code));
  if (missing.has("email") || missing.has("shipping_address")) return "address";
  return missing.has("shipping_method") ? "delivery" : "payment";
}

function Steps({ cart }: { readonly cart: Cart }): ReactNode {
  const { user } = useSession();
  const [reopened, setReopened] = useState<StepName | null>(null);
  const placing = useIsPlacing();
  const due = placing ? "payment" : nextStep(cart);
  const current = reopened ?? due;
  const done = (): void => setReopened(null);
  const step = (name: StepName) => ({
    cart,
    user,
    open: current === name,
    onDone: done,
    onReopen: () => setReopened(name),
  });
  return (
    <div className="min-w-0">
      {!placing && hasBlockedLines(cart) && (
        <Notice tone="alarm" title="Something in your cart has changed" className="mb-6">
          <p>
            {cart.requirements.find(({ line_id }) => line_id !== null)?.message} Change it in the
            cart, then come back.
          </p>
          <ButtonLink to="/cart" look="secondary" className="mt-3 min-h-11">
            Change the cart
          </ButtonLink>
        </Notice>
      )}
      <AddressStep {...step("address")} />
      <DeliveryStep {...step("delivery")} reached={due !== "address"} />
      <PaymentStep {...step("payment")} reached={due === "payment"} />
    </div>
  );
}

function CheckoutBody(): ReactNode {
  const cart = useCart();
  const session = useSession();
  if (cart.isPending || session.loading) {
    return (
      <Loading label="The checkout is loading" className="grid gap-6">
        <Skeleton className="h-12 w-2/3" />
        <Skeleton className="h-64 w-full" />
      </Loading>
    );
  }
  if (cart.isError) return <ErrorState error={cart.error} onRetry={() => void cart.refetch()} />;
  if (cart.data.lines.length === 0) {
    return (
      <EmptyState
        title="There is nothing to pay for"
        action={<ButtonLink to="/search">Browse the souk</ButtonLink>}
      >
        <p>Your cart is empty.</p>
      </EmptyState>
    );
  }
  return (
    <div className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-[1fr_24rem]">
      <CheckoutSummary cart={cart.data} />
      <Steps cart={cart.data} />
    </div>
  );
}

export function CheckoutPage(): ReactNode {
  return (
    <div className="frame">
      <PageTitle title="Checkout" />
      <h1 className="display-2 py-8 md:py-12">Checkout</h1>
      <CheckoutBody />
    </div>
  );
}
