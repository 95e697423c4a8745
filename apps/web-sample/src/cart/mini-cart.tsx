/** The cart in a drawer, right after something was put into it. */
import { Link } from "@tanstack/react-router";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "../ui/button.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { Price } from "../ui/price.tsx";
import { EmptyState } from "../ui/states.tsx";
import { LineRow } from "./line-row.tsx";
import { miniCart } from "./mini-cart-state.ts";
import { useCart } from "./use-cart.ts";

export function MiniCart(): ReactNode {
  const opening = miniCart.use();
  const { data: cart } = useCart();
  const close = (): void => miniCart.set(null);
  const filled = cart !== undefined && cart.lines.length > 0;

  return (
    <Drawer
      open={opening !== null}
      onClose={close}
      title={filled ? `Your cart (${cart.item_count})` : "Your cart"}
      footer={
        filled && (
          <div className="grid gap-3">
            <p className="flex items-baseline justify-between">
              <span>Subtotal</span>
              <Price money={cart.totals.subtotal} className="display-4" />
            </p>
            <p className="text-sm text-ink-soft">Delivery is added at the checkout.</p>
            <ButtonLink to="/checkout" onClick={close}>
              Go to checkout
            </ButtonLink>
            <ButtonLink to="/cart" look="secondary" onClick={close}>
              View the cart
            </ButtonLink>
          </div>
        )
      }
    >
      {opening && (
        <p role="status" className="mb-5 flex items-center gap-2 font-medium text-leaf">
          <Check aria-hidden className="size-5 shrink-0" />
          {opening.added} is in your cart.
        </p>
      )}
      {filled ? (
        <ul className="divide-y divide-line">
          {cart.lines.map((line) => (
            <LineRow key={line.id} cart={cart} line={line} onLeave={close} />
          ))}
        </ul>
      ) : (
        <EmptyState
          title="Nothing in it yet"
          action={
            <Link to="/search" onClick={close} className="link font-semibold">
              Look around
            </Link>
          }
        />
      )}
    </Drawer>
  );
}
