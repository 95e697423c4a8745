/** One line of the cart: what, how many, for how much, and what is wrong with it. */
import type { Cart, CartLine } from "@souk/client/contracts/cart";
import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { ShipsLater } from "../products/stock-message.tsx";
import { Picture } from "../ui/picture.tsx";
import { Price } from "../ui/price.tsx";
import { QuantityStepper } from "../ui/quantity-stepper.tsx";
import { toasts } from "../ui/toast.tsx";
import { explainFault } from "../ui/use-submission.ts";
import { problemsOf, useRemoveLine, useUpdateLine } from "./use-cart.ts";

const MAX_QUANTITY = 999;

interface LineRowProps {
  readonly cart: Cart;
  readonly line: CartLine;
  readonly onLeave?: () => void;
}

const choiceOf = ({ options }: CartLine): string => Object.values(options).join(", ");

interface LineTextProps {
  readonly line: CartLine;
  readonly quantity: number;
  readonly onLeave: (() => void) | undefined;
}

function LineText({ line, quantity, onLeave }: LineTextProps): ReactNode {
  const choice = choiceOf(line);
  return (
    <>
      <div className="flex justify-between gap-3">
        <Link
          to="/p/$slug"
          params={{ slug: line.product_slug }}
          search={{ variant: line.variant_id }}
          onClick={onLeave}
          className="font-display text-lg leading-snug hover:underline"
        >
          {line.title}
        </Link>
        <Price money={line.total} className="font-semibold" />
      </div>
      {choice && <p className="text-sm text-ink-soft">{choice}</p>}
      {quantity > 1 && (
        <p className="text-sm text-ink-soft">
          <Price money={line.unit_price} /> each
        </p>
      )}
      <ShipsLater stock={line.stock} quantity={quantity} />
    </>
  );
}

export function LineRow({ cart, line, onLeave }: LineRowProps): ReactNode {
  const update = useUpdateLine();
  const remove = useRemoveLine();
  const onError = (error: unknown): void => toasts.say(explainFault(error));
  const quantity = update.isPending ? update.variables.quantity : line.quantity;
  const choice = choiceOf(line);

  const takeOut = (): void =>
    remove.mutate(
      { line_id: line.id },
      { onError, onSuccess: () => toasts.say(`${line.title} was removed.`) },
    );

  return (
    <li className="flex gap-4 py-5 first:pt-0" aria-busy={remove.isPending || undefined}>
      <Link
        to="/p/$slug"
        params={{ slug: line.product_slug }}
        search={{ variant: line.variant_id }}
        tabIndex={-1}
        aria-hidden="true"
        onClick={onLeave}
        className="w-24 shrink-0 self-start overflow-hidden rounded-lg sm:w-28"
      >
        <Picture picture={line.picture} decorative />
      </Link>
      <div className="flex min-w-0 flex-1 flex-col">
        <LineText line={line} quantity={quantity} onLeave={onLeave} />
        {problemsOf(cart, line.id).map((problem) => (
          <p key={problem} className="mt-2 flex gap-2 text-sm font-medium text-alarm">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {problem}
          </p>
        ))}
        <div className="mt-auto flex items-center justify-between gap-3 pt-3">
          <QuantityStepper
            small
            value={quantity}
            max={Math.max(line.stock.available ?? MAX_QUANTITY, 1)}
            label={`Quantity of ${line.title}`}
            disabled={remove.isPending}
            onChange={(next) => update.mutate({ line_id: line.id, quantity: next }, { onError })}
          />
          <button
            type="button"
            onClick={takeOut}
            disabled={remove.isPending}
            aria-label={`Remove ${line.title}${choice ? `, ${choice}` : ""}`}
            className="link min-h-10 text-sm text-ink-soft hover:text-ink"
          >
            Remove
          </button>
        </div>
      </div>
    </li>
  );
}
