/** Word when a sold-out variant is back: one mail, for guests and for those who are signed in. */
import { errorReason } from "@souk/client";
import type { Variant } from "@souk/client/contracts/products";
import { SubscribeInput } from "@souk/client/contracts/stock-alerts";
import { useSouk, useTRPC } from "@souk/client/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { type ReactNode, useState } from "react";
import { EmailField } from "../authentication/email-field.tsx";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { explainFault, typed, useSubmission } from "../ui/use-submission.ts";
import { useSession } from "../users/session.ts";
import { useStopWaiting, useWaiting } from "./use-waiting.ts";

interface AlertProps {
  readonly variant: Variant;
}

/** What was sold out a moment ago may be there now: the page finds out. */
function useLookAgain(): (error: unknown) => void {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return (error) => {
    if (errorReason(error) !== "in_stock") return;
    void cache.invalidateQueries({ queryKey: trpc.products.get.queryKey() });
  };
}

function Promised(): ReactNode {
  return (
    <Notice tone="success">
      <p>We will write to you once when it is back.</p>
    </Notice>
  );
}

function GuestAlert({ variant }: AlertProps): ReactNode {
  const souk = useSouk();
  const lookAgain = useLookAgain();
  const [asked, setAsked] = useState(false);
  const submission = useSubmission({
    contract: SubscribeInput,
    read: (form) => ({ variant_id: variant.id, email: typed(form, "email") ?? "" }),
    send: async (input) => {
      await souk.inventory.alerts.subscribe.mutate(input).catch((error: unknown) => {
        lookAgain(error);
        throw error;
      });
      setAsked(true);
    },
  });
  if (asked) return <Promised />;
  return (
    <Form submission={submission} label="Word when it is back" className="grid gap-3">
      <EmailField label="E-mail" autoComplete="email" />
      <Button type="submit" look="secondary" pending={submission.pending}>
        <Bell aria-hidden className="size-4" />
        Tell me when it is back
      </Button>
    </Form>
  );
}

function OwnAlert({ variant }: AlertProps): ReactNode {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const lookAgain = useLookAgain();
  const waiting = useWaiting();
  const stop = useStopWaiting();
  const wish = waiting.data?.items.find(({ variant_id }) => variant_id === variant.id);
  const subscribe = useMutation(
    trpc.inventory.alerts.subscribe.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.inventory.alerts.mine.queryKey() }),
      onError: lookAgain,
    }),
  );
  if (wish) {
    return (
      <div className="grid justify-items-start gap-2">
        <Promised />
        <button
          type="button"
          disabled={stop.isPending}
          onClick={() => stop.mutate({ id: wish.id })}
          className="link min-h-11 px-1 text-[0.95rem]"
        >
          Wait for it no more
        </button>
      </div>
    );
  }
  return (
    <div className="grid gap-3">
      {subscribe.isError && (
        <Notice tone="alarm">
          <p>{explainFault(subscribe.error)}</p>
        </Notice>
      )}
      <Button
        look="secondary"
        pending={subscribe.isPending || waiting.isPending}
        onClick={() => subscribe.mutate({ variant_id: variant.id })}
      >
        <Bell aria-hidden className="size-4" />
        Tell me when it is back
      </Button>
    </div>
  );
}

export function BackInStock({ variant }: AlertProps): ReactNode {
  const { user, loading } = useSession();
  if (loading) return null;
  return (
    <section aria-label="When it is back" className="rounded-2xl bg-paper-sunk/60 p-5">
      <p className="mb-4 text-[0.95rem] text-ink-soft">
        {user
          ? "We can write to you once, when there is more of it."
          : "Leave your address, and we write to you once when there is more of it."}
      </p>
      {user ? <OwnAlert variant={variant} /> : <GuestAlert variant={variant} />}
    </section>
  );
}
