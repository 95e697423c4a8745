/** Leaving for good: said plainly, and typed out before it happens. */
import { EraseMeInput } from "@souk/client/contracts/privacy";
import type { User } from "@souk/client/contracts/users";
import { useSouk } from "@souk/client/react";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useFresh } from "../authentication/confirm-identity.tsx";
import { Button } from "../ui/button.tsx";
import { focusOnArrival } from "../ui/focus-on-arrival.ts";
import { Form, TextField } from "../ui/form.tsx";
import { toasts } from "../ui/toast.tsx";
import { typed, useSubmission } from "../ui/use-submission.ts";
import { AccountSection } from "../users/account-section.tsx";
import { useSessionChanges } from "../users/session.ts";

interface EraseFormProps {
  readonly user: User;
  readonly onCancel: () => void;
}

function EraseForm({ user, onCancel }: EraseFormProps): ReactNode {
  const souk = useSouk();
  const fresh = useFresh();
  const navigate = useNavigate();
  const { end } = useSessionChanges();
  const submission = useSubmission({
    contract: EraseMeInput,
    read: (form) => ({ confirm: typed(form, "confirm") ?? "" }),
    send: async (input) => {
      await fresh(() => souk.privacy.eraseMe.mutate(input));
      await navigate({ to: "/" });
      await end();
      toasts.say("Your account is erased. Farewell.");
    },
  });
  return (
    <Form submission={submission} label="Erase my account" className="grid max-w-xl gap-5">
      <TextField
        ref={focusOnArrival}
        name="confirm"
        label={`Type ${user.email} to confirm`}
        required
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="danger" pending={submission.pending}>
          Erase everything now
        </Button>
        <Button look="secondary" onClick={onCancel}>
          Keep my account
        </Button>
      </div>
    </Form>
  );
}

export function EraseAccount({ user }: { readonly user: User }): ReactNode {
  const [asking, setAsking] = useState(false);
  return (
    <AccountSection
      id="erase"
      title="Erase your account"
      intro="At once and for good. Nobody can bring it back, neither you nor we."
    >
      <dl className="mb-8 grid max-w-xl gap-6 border-y border-line py-6 sm:grid-cols-2">
        <div>
          <dt className="font-semibold">What goes</dt>
          <dd className="mt-1 text-ink-soft">
            Your profile, addresses, cart, choices, passkeys, devices and the history of your
            sign-ins.
          </dd>
        </div>
        <div>
          <dt className="font-semibold">What stays</dt>
          <dd className="mt-1 text-ink-soft">
            Your orders, as figures for the books: what was sold and for how much, without your
            name, mail or address.
          </dd>
        </div>
      </dl>
      {asking ? (
        <EraseForm user={user} onCancel={() => setAsking(false)} />
      ) : (
        <Button look="secondary" onClick={() => setAsking(true)}>
          Erase my account
        </Button>
      )}
    </AccountSection>
  );
}
