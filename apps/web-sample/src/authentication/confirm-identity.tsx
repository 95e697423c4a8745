/** Asks "is it you?" when the server wants to know, then does again what it had refused. */
import { errorReason } from "@souk/client";
import { ConfirmIdentityInput } from "@souk/client/contracts/authentication";
import type { SecondFactorStatus } from "@souk/client/contracts/second-factor";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { focusOnArrival } from "../ui/focus-on-arrival.ts";
import { Form, PasswordField } from "../ui/form.tsx";
import { Loading, Skeleton } from "../ui/states.tsx";
import { useSubmission } from "../ui/use-submission.ts";
import { useSession } from "../users/session.ts";
import { askForPasskey, passkeysWork } from "./passkey.ts";
import { EitherOr, PasskeyButton } from "./passkey-button.tsx";
import { ProofFields, readProof } from "./proof-fields.tsx";

/** Runs an action. If that needs a fresh proof of identity, asks for one and runs it once more. */
export type Fresh = <T>(action: () => Promise<T>) => Promise<T>;

const FreshContext = createContext<Fresh>((action) => action());

export const useFresh = (): Fresh => useContext(FreshContext);

const isGuarded = ({ totp, passkeys }: SecondFactorStatus): boolean => totp.enabled || passkeys > 0;

/** Where a second factor guards the account, the password needs a code beside it. */
const passwordMayServe = (factors: SecondFactorStatus): boolean =>
  !isGuarded(factors) || factors.totp.enabled || factors.recovery_codes_left > 0;

interface ConfirmFormProps {
  /** The way that comes first: it stands out, and has the focus. */
  readonly first: boolean;
  readonly factors: SecondFactorStatus | undefined;
  readonly onConfirmed: () => void;
}

function ConfirmForm({ first, factors, onConfirmed }: ConfirmFormProps): ReactNode {
  const souk = useSouk();
  const { user } = useSession();
  const submission = useSubmission({
    contract: ConfirmIdentityInput,
    read: (form) => ({ password: String(form.get("password") ?? ""), ...readProof(form) }),
    send: async (input) => {
      await souk.authentication.confirmIdentity.mutate(input);
      onConfirmed();
    },
  });
  return (
    <Form submission={submission} label="Confirm that it is you" className="grid gap-5">
      {/* For password managers: whose password it is. */}
      <input
        type="text"
        name="username"
        autoComplete="username"
        value={user?.email ?? ""}
        readOnly
        hidden
      />
      <PasswordField
        ref={first ? focusOnArrival : null}
        name="password"
        label="Your password"
        autoComplete="current-password"
      />
      {factors && isGuarded(factors) && (
        <ProofFields app={factors.totp.enabled} recovery={factors.recovery_codes_left > 0} />
      )}
      <Button
        type="submit"
        look={first ? "primary" : "secondary"}
        className="w-full"
        pending={submission.pending}
      >
        Continue
      </Button>
    </Form>
  );
}

function WaysToConfirm({ onConfirmed }: Pick<ConfirmFormProps, "onConfirmed">): ReactNode {
  const souk = useSouk();
  const status = useQuery(useTRPC().authentication.secondFactor.status.queryOptions());
  const confirmByPasskey = async (): Promise<void> => {
    const { challenge, options } = await souk.authentication.passkeys.startSignIn.mutate();
    const passkey = await askForPasskey(options);
    await souk.authentication.confirmIdentity.mutate({ challenge, passkey });
    onConfirmed();
  };
  if (status.isPending) {
    return (
      <Loading label="One moment">
        <Skeleton className="h-32 w-full" />
      </Loading>
    );
  }
  const factors = status.data;
  const passkeyFirst = factors !== undefined && factors.passkeys > 0 && !factors.totp.enabled;
  const byPassword = (!factors || passwordMayServe(factors)) && (
    <ConfirmForm first={!passkeyFirst} factors={factors} onConfirmed={onConfirmed} />
  );
  const byPasskey = factors && factors.passkeys > 0 && passkeysWork && (
    <PasskeyButton first={passkeyFirst} onUse={confirmByPasskey}>
      Use a passkey
    </PasskeyButton>
  );
  return (
    <EitherOr
      one={passkeyFirst ? byPasskey : byPassword}
      other={passkeyFirst ? byPassword : byPasskey}
    />
  );
}

interface Question {
  readonly settle: (confirmed: boolean) => void;
  readonly answer: Promise<boolean>;
}

function newQuestion(): Question {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  return { settle: resolve, answer: promise };
}

export function ConfirmIdentityProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [question, setQuestion] = useState<Question | null>(null);
  // Two actions at once wait for the same answer.
  const asked = useRef<Question | null>(null);
  const settle = (confirmed: boolean): void => {
    asked.current?.settle(confirmed);
    asked.current = null;
    setQuestion(null);
  };
  const fresh = useMemo<Fresh>(
    () => async (action) => {
      try {
        return await action();
      } catch (error) {
        if (errorReason(error) !== "fresh_sign_in_required") throw error;
        asked.current ??= newQuestion();
        setQuestion(asked.current);
        if (!(await asked.current.answer)) throw error;
        return action();
      }
    },
    [],
  );
  return (
    <FreshContext value={fresh}>
      {children}
      <Dialog open={question !== null} onClose={() => settle(false)} title="Is it you?">
        {question && (
          <>
            <p className="mt-1 mb-6 text-ink-soft">
              This is worth a second look. We do not ask again for ten minutes.
            </p>
            <WaysToConfirm onConfirmed={() => settle(true)} />
          </>
        )}
      </Dialog>
    </FreshContext>
  );
}
