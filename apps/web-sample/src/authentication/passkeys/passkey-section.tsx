/** The passkeys of the account: add one, name it, remove it. */
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { ErrorState, Loading, Skeleton } from "../../ui/states.tsx";
import { AccountSection } from "../../users/account-section.tsx";
import { passkeysWork } from "../passkey.ts";
import { AddPasskey } from "./add-passkey.tsx";
import { PasskeyItem } from "./passkey-item.tsx";

export function PasskeySection(): ReactNode {
  const passkeys = useQuery(useTRPC().authentication.passkeys.list.queryOptions());
  const heading = useRef<HTMLHeadingElement>(null);
  const items = passkeys.data?.items ?? [];
  return (
    <AccountSection
      id="passkeys"
      title="Passkeys"
      headingRef={heading}
      intro="Sign in with your fingerprint, your face or the code of your device. Once you have one, your password alone opens nothing."
    >
      {passkeys.isPending && (
        <Loading label="Your passkeys are loading">
          <Skeleton className="h-16 w-full max-w-xl" />
        </Loading>
      )}
      {passkeys.isError && !passkeys.data && (
        <ErrorState error={passkeys.error} onRetry={() => void passkeys.refetch()} />
      )}
      {items.length > 0 && (
        <ul className="mb-6 max-w-xl divide-y divide-line border-y border-line">
          {items.map((passkey) => (
            <PasskeyItem
              key={passkey.id}
              passkey={passkey}
              onRemoved={() => heading.current?.focus()}
            />
          ))}
        </ul>
      )}
      {passkeys.data && passkeysWork && <AddPasskey onChanged={() => heading.current?.focus()} />}
      {!passkeysWork && <p className="text-ink-soft">This browser cannot make passkeys.</p>}
    </AccountSection>
  );
}
