/** How it gets there. */

import type { ShippingOption } from "@souk/client/contracts/shipping";
import { useTRPC } from "@souk/client/react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { useKeepCart } from "../../cart/use-cart.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Price } from "../../ui/price.tsx";
import { ErrorState, Loading, Skeleton } from "../../ui/states.tsx";
import { explainFault } from "../../ui/use-submission.ts";
import { ChoiceCard } from "./choice-card.tsx";
import { StepFrame, type StepProps } from "./step.tsx";

export function daysText({ min_days, max_days }: Pick<ShippingOption, "min_days" | "max_days">) {
  if (min_days === max_days) return `${min_days} ${min_days === 1 ? "day" : "days"}`;
  return `${min_days} to ${max_days} days`;
}

interface DeliveryChoiceProps extends Pick<StepProps, "cart" | "onDone"> {
  readonly items: readonly ShippingOption[];
}

function useShippingChoice({ onDone }: Pick<StepProps, "onDone">) {
  const keepCart = useKeepCart();
  return useMutation(
    useTRPC().cart.setShippingMethod.mutationOptions({
      onSuccess: async (cart) => {
        await keepCart(cart);
        onDone();
      },
    }),
  );
}

function DeliveryChoice({ cart, items, onDone }: DeliveryChoiceProps): ReactNode {
  const choose = useShippingChoice({ onDone });
  const [picked, setPicked] = useState(cart.shipping_method?.code);
  const code = items.some((option) => option.code === picked) ? picked : items[0]?.code;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (code !== undefined && !choose.isPending) choose.mutate({ code });
  };
  return (
    <form onSubmit={submit}>
      {choose.isError && (
        <Notice tone="alarm" className="mb-5">
          <p>{explainFault(choose.error)}</p>
        </Notice>
      )}
      <fieldset className="grid gap-3">
        <legend className="sr-only">Ways to ship</legend>
        {items.map((option) => (
          <ChoiceCard
            key={option.code}
            name="shipping-method"
            value={option.code}
            checked={option.code === code}
            onChange={() => setPicked(option.code)}
            title={option.name}
            aside={option.price.amount === 0 ? "Free" : <Price money={option.price} />}
          >
            {[daysText(option), option.description].filter(Boolean).join(". ")}
          </ChoiceCard>
        ))}
      </fieldset>
      <Button type="submit" className="mt-7 w-full sm:w-auto" pending={choose.isPending}>
        Continue to payment
      </Button>
    </form>
  );
}

function DeliveryForm({ cart, onDone }: StepProps): ReactNode {
  // The prices depend on the cart as it is now, so nothing older may stand in for them.
  const fresh = { staleTime: 0 };
  const options = useQuery(useTRPC().cart.shippingOptions.queryOptions(undefined, fresh));
  if (options.isPending) {
    return (
      <Loading label="The ways to ship are loading" className="grid gap-3">
        <Skeleton className="h-20 w-full" />
        <Skeleton className="h-20 w-full" />
      </Loading>
    );
  }
  if (options.isError) {
    return <ErrorState error={options.error} onRetry={() => void options.refetch()} />;
  }
  const { items } = options.data;
  if (items.length > 0) return <DeliveryChoice cart={cart} items={items} onDone={onDone} />;
  return (
    <Notice tone="info" title="We do not deliver there yet">
      <p>Change the address above to one in a country we ship to.</p>
    </Notice>
  );
}

export function DeliveryStep(props: StepProps & { readonly reached: boolean }): ReactNode {
  const { cart, open, reached, onReopen } = props;
  const method = cart.shipping_method;
  return (
    <StepFrame
      number={2}
      title="Delivery"
      open={open}
      done={reached && method !== null}
      onReopen={onReopen}
      summary={
        method && (
          <p className="text-ink-soft">
            {method.name}, {daysText(method)}
          </p>
        )
      }
    >
      <DeliveryForm {...props} />
    </StepFrame>
  );
}
