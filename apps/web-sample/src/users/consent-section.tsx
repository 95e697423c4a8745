/** May the shop write about more than orders? Said here, taken back here, and kept in a history. */
import type { Consent, ConsentState } from "@souk/client/contracts/users";
import { useTRPC } from "@souk/client/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState, Loading, Skeleton } from "../ui/states.tsx";
import { Switch } from "../ui/switch.tsx";
import { toasts } from "../ui/toast.tsx";
import { explainFault } from "../ui/use-submission.ts";
import { AccountSection } from "./account-section.tsx";
import { Moment } from "./moment.tsx";

const places: Readonly<Record<string, string>> = {
  registration: "when you made the account",
  account: "on this page",
};

function HistoryItem({ consent }: { readonly consent: Consent }): ReactNode {
  const { granted, source, at } = consent;
  return (
    <li className="py-3 text-[0.95rem]">
      <span className="font-semibold">{granted ? "Allowed" : "Taken back"}</span>
      <span className="text-ink-soft">
        {" "}
        <Moment at={at} />, {places[source] ?? source}
      </span>
    </li>
  );
}

function MarketingSwitch({ state }: { readonly state: ConsentState }): ReactNode {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const change = useMutation(
    trpc.users.setConsents.mutationOptions({
      onSuccess: (saved) => {
        cache.setQueryData(trpc.users.consents.queryKey(), saved);
        toasts.say(saved.marketing_email ? "We may write to you." : "We will not write any more.");
      },
      onError: (error) => toasts.say(explainFault(error)),
    }),
  );
  const shown = change.isPending ? change.variables.marketing_email : state.marketing_email;
  return (
    <Switch
      label="News and offers by mail"
      checked={shown}
      pending={change.isPending}
      onChange={(granted) => change.mutate({ marketing_email: granted })}
    />
  );
}

export function ConsentSection(): ReactNode {
  const consents = useQuery(useTRPC().users.consents.queryOptions());
  return (
    <AccountSection
      id="consents"
      title="What we may write about"
      intro="Mails about your orders and your account always come. Everything else is up to you."
    >
      {consents.isPending && (
        <Loading label="Your choices are loading">
          <Skeleton className="h-14 w-full max-w-xl" />
        </Loading>
      )}
      {consents.isError && !consents.data && (
        <ErrorState error={consents.error} onRetry={() => void consents.refetch()} />
      )}
      {consents.data && (
        <div className="max-w-xl">
          <MarketingSwitch state={consents.data} />
          {consents.data.history.length > 0 && (
            <details className="mt-4">
              <summary className="link inline-flex min-h-11 items-center text-[0.95rem]">
                What you chose, and when
              </summary>
              <ul className="mt-2 divide-y divide-line border-y border-line">
                {consents.data.history.map((consent) => (
                  <HistoryItem key={`${consent.purpose} ${consent.at}`} consent={consent} />
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </AccountSection>
  );
}
