/** Paid by what; and the button that places the order. */
import { formatMoney } from "@souk/client";
import type { PlacedOrder } from "@souk/client/contracts/orders";
import type { PaymentMethod } from "@souk/client/contracts/payments";
import { useTRPC } from "@souk/client/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { hasBlockedLines } from "../../cart/use-cart.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ErrorState, Loading, Skeleton } from "../../ui/states.tsx";
import { guestOrders } from "../guest-orders.ts";
import { orderKey } from "../order-key.ts";
import { ChoiceCard } from "./choice-card.tsx";
import { StepFrame, type StepProps } from "./step.tsx";
import { explainRefusal, isUncertain, usePlaceOrder } from "./use-place-order.ts";

interface Choice {
  readonly gateway: string;
  readonly token: string;
  readonly label: string;
}

/** The test gateway's tokens stand for cards. A real gateway's own form would make one. */
function choicesOf(methods: readonly PaymentMethod[]): Choice[] {
  return methods.flatMap(({ gateway, test_tokens }) =>
    test_tokens.map(({ token, label }) => ({ gateway, token, label })),
  );
}

function useAfterPlacing(): (order: PlacedOrder) => Promise<void> {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return async (placed) => {
    const { access_token, ...order } = placed;
    if (access_token) guestOrders.keep(order.number, access_token);
    cache.setQueryData(orderKey(order.number), order);
    await navigate({
      to: "/orders/$number",
      params: { number: order.number },
      search: { placed: true },
      replace: true,
    });
  };
}

function Cards(props: {
  readonly methods: readonly PaymentMethod[];
  readonly chosen: string | undefined;
  readonly onChoose: (token: string) => void;
}): ReactNode {
  return props.methods.map((method) => (
    <fieldset key={method.gateway} className="mb-4">
      <legend className="font-semibold">{method.name}</legend>
      <p className="mb-4 text-ink-soft">{method.description}</p>
      <div className="grid gap-3">
        {method.test_tokens.map(({ token, label }) => (
          <ChoiceCard
            key={token}
            name="payment"
            value={token}
            checked={token === props.chosen}
            onChange={() => props.onChoose(token)}
            title={label}
          />
        ))}
      </div>
    </fieldset>
  ));
}

function PaymentForm({ cart, methods }: StepProps & { readonly methods: PaymentMethod[] }) {
  const choices = choicesOf(methods);
  const [token, setToken] = useState(choices[0]?.token);
  const order = usePlaceOrder(cart, useAfterPlacing());
  const choice = choices.find((candidate) => candidate.token === token);
  const refusal = order.isError ? explainRefusal(order.error) : null;
  const asking = order.isPending && order.failureCount > 0;
  const uncertain = order.isPending || (order.isError && isUncertain(order.error));

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!choice || order.isPending) return;
    order.place({ gateway: choice.gateway, token: choice.token });
  };
  if (choices.length === 0) {
    return (
      <Notice tone="info">
        <p>This store takes no payment that the sample shop can offer.</p>
      </Notice>
    );
  }
  return (
    <form onSubmit={submit}>
      <fieldset disabled={uncertain}>
        <legend className="sr-only">Ways to pay</legend>
        <Cards methods={methods} chosen={token} onChoose={setToken} />
      </fieldset>
      {asking && (
        <Notice tone="info" title="Waiting for the payment provider" className="mt-5">
          <p>Its answer was lost, so we ask again. You will not be charged twice. Stay here.</p>
        </Notice>
      )}
      {refusal && (
        <Notice tone="alarm" title={refusal.title} className="mt-5">
          <p>{refusal.text}</p>
        </Notice>
      )}
      <Button
        type="submit"
        className="mt-6 w-full sm:w-auto sm:min-w-72"
        pending={order.isPending}
        disabled={hasBlockedLines(cart) && !uncertain}
      >
        {order.isPending ? "Placing your order" : `Pay ${formatMoney(cart.totals.total)}`}
      </Button>
    </form>
  );
}

export function PaymentStep(props: StepProps & { readonly reached: boolean }): ReactNode {
  const methods = useQuery(useTRPC().payments.methods.queryOptions());
  const { open, reached, onReopen } = props;
  return (
    <StepFrame
      number={3}
      title="Payment"
      open={open && reached}
      done={false}
      onReopen={onReopen}
      summary={null}
    >
      {methods.isPending && (
        <Loading label="The ways to pay are loading">
          <Skeleton className="h-20 w-full" />
        </Loading>
      )}
      {methods.isError && (
        <ErrorState error={methods.error} onRetry={() => void methods.refetch()} />
      )}
      {methods.isSuccess && <PaymentForm {...props} methods={methods.data.items} />}
    </StepFrame>
  );
}
