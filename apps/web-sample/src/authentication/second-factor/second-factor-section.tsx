/** Signing in with a second step: switched on, off, and its recovery codes replaced. */
import type { SecondFactorStatus, TotpSetup } from "@souk/client/contracts/second-factor";
import { useSouk, useTRPC } from "@souk/client/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { AskTwice } from "../../ui/ask-twice.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ErrorState, Loading, Skeleton } from "../../ui/states.tsx";
import { toasts } from "../../ui/toast.tsx";
import { explainFault } from "../../ui/use-submission.ts";
import { AccountSection } from "../../users/account-section.tsx";
import { Moment } from "../../users/moment.tsx";
import { useFresh } from "../confirm-identity.tsx";
import { FactorRow } from "./factor-row.tsx";
import { RecoveryCodesPanel } from "./recovery-codes-panel.tsx";
import { TotpSetupPanel } from "./totp-setup-panel.tsx";

/** Fewer than these are a reason to make new ones. */
const FEW_CODES = 3;

type View =
  | { readonly kind: "status" }
  | { readonly kind: "setup"; readonly setup: TotpSetup }
  | { readonly kind: "codes"; readonly codes: readonly string[] };

function useSecondFactorChanges(show: (view: View) => void) {
  const souk = useSouk().authentication.secondFactor;
  const trpc = useTRPC();
  const cache = useQueryClient();
  const fresh = useFresh();
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.authentication.pathKey() });
  const onError = (error: unknown): void => toasts.say(explainFault(error));
  return {
    setUp: useMutation({
      mutationFn: () => fresh(() => souk.setUpTotp.mutate()),
      onSuccess: (setup) => show({ kind: "setup", setup }),
      onError,
    }),
    disable: useMutation({
      mutationFn: () => fresh(() => souk.disableTotp.mutate()),
      onSuccess: () => {
        toasts.say("The authenticator app is off.");
        show({ kind: "status" });
        return refresh();
      },
      onError,
    }),
    replace: useMutation({
      mutationFn: () => fresh(() => souk.replaceRecoveryCodes.mutate()),
      onSuccess: ({ codes }) => {
        show({ kind: "codes", codes });
        return refresh();
      },
      onError,
    }),
    refresh,
  };
}

interface StatusProps {
  readonly status: SecondFactorStatus;
  readonly changes: ReturnType<typeof useSecondFactorChanges>;
}

function AppRow({ status, changes }: StatusProps): ReactNode {
  const { since } = status.totp;
  return (
    <FactorRow
      inOrder
      title="Authenticator app is on"
      note={<>Since {since && <Moment at={since} />}</>}
    >
      <AskTwice
        ask="Switch off"
        confirm="Yes, switch it off"
        keep="Keep it on"
        pending={changes.disable.isPending}
        onConfirm={() => changes.disable.mutate()}
      />
    </FactorRow>
  );
}

function codesLeft(left: number): string {
  if (left === 0) return "There are no recovery codes";
  return left === 1 ? "1 recovery code is left" : `${left} recovery codes are left`;
}

function CodesRow({ status, changes }: StatusProps): ReactNode {
  const left = status.recovery_codes_left;
  const { isPending, mutate } = changes.replace;
  return (
    <FactorRow
      inOrder={left >= FEW_CODES}
      title={codesLeft(left)}
      note="They let you in when your device is lost."
    >
      {left === 0 ? (
        <button
          type="button"
          aria-disabled={isPending || undefined}
          className="link min-h-11 px-1 text-[0.95rem]"
          onClick={() => !isPending && mutate()}
        >
          Make recovery codes
        </button>
      ) : (
        <AskTwice
          ask="Make new codes"
          confirm="Yes, the old ones stop working"
          keep="Keep the old ones"
          pending={isPending}
          onConfirm={() => mutate()}
        />
      )}
    </FactorRow>
  );
}

function Status({ status, changes }: StatusProps): ReactNode {
  const guarded = status.totp.enabled || status.passkeys > 0;
  return (
    <>
      {status.required_for_staff && !guarded && (
        <Notice tone="info" className="mb-6 max-w-xl">
          <p>This store asks its staff for a second step. Set one up, or add a passkey.</p>
        </Notice>
      )}
      {guarded && (
        <div className="mb-6 max-w-xl divide-y divide-line border-y border-line">
          {status.totp.enabled && <AppRow status={status} changes={changes} />}
          <CodesRow status={status} changes={changes} />
        </div>
      )}
      {!status.totp.enabled && (
        <Button
          look="secondary"
          pending={changes.setUp.isPending}
          onClick={() => changes.setUp.mutate()}
        >
          Set up an authenticator app
        </Button>
      )}
    </>
  );
}

export function SecondFactorSection(): ReactNode {
  const status = useQuery(useTRPC().authentication.secondFactor.status.queryOptions());
  const [view, setView] = useState<View>({ kind: "status" });
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed goes away, and the focus must not go with it.
  const show = (next: View): void => {
    setView(next);
    heading.current?.focus();
  };
  const changes = useSecondFactorChanges(show);
  const backToStatus = (): void => show({ kind: "status" });
  return (
    <AccountSection
      id="second-factor"
      title="Second step"
      headingRef={heading}
      intro="A code from an app on your phone, asked for after your password. A stolen password is not enough then."
    >
      {view.kind === "setup" && (
        <TotpSetupPanel
          setup={view.setup}
          onCancel={backToStatus}
          onConfirmed={(codes) => {
            show({ kind: "codes", codes });
            void changes.refresh();
          }}
        />
      )}
      {view.kind === "codes" && <RecoveryCodesPanel codes={view.codes} onDone={backToStatus} />}
      {view.kind === "status" && status.isPending && (
        <Loading label="Your second step is loading">
          <Skeleton className="h-16 w-full max-w-xl" />
        </Loading>
      )}
      {view.kind === "status" && status.isError && !status.data && (
        <ErrorState error={status.error} onRetry={() => void status.refetch()} />
      )}
      {view.kind === "status" && status.data && <Status status={status.data} changes={changes} />}
    </AccountSection>
  );
}
