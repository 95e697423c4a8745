/** Who one is to the shop: name, phone, address for mails, and what those may be about. */

import { UpdateProfileInput, type User } from "@souk/client/contracts/users";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Form, TextField } from "../ui/form.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { toasts } from "../ui/toast.tsx";
import { typed, useSubmission } from "../ui/use-submission.ts";
import { AccountSection } from "./account-section.tsx";
import { phoneOf } from "./address-form.tsx";
import { ChangeEmailForm } from "./change-email-form.tsx";
import { ConsentSection } from "./consent-section.tsx";
import { useSession, useSessionChanges } from "./session.ts";

function ProfileForm({ user }: { readonly user: User }): ReactNode {
  const souk = useSouk();
  const { update } = useSessionChanges();
  const submission = useSubmission({
    contract: UpdateProfileInput,
    read: (form) => ({
      first_name: typed(form, "first_name") ?? "",
      last_name: typed(form, "last_name") ?? "",
      phone: phoneOf(form, "phone") ?? null,
    }),
    send: async (input) => {
      update(await souk.users.updateMe.mutate(input));
      toasts.say("Your profile is saved.");
    },
  });
  return (
    <Form submission={submission} className="grid max-w-xl gap-x-4 gap-y-5 sm:grid-cols-2">
      <TextField
        name="first_name"
        label="First name"
        required
        autoComplete="given-name"
        defaultValue={user.first_name}
      />
      <TextField
        name="last_name"
        label="Last name"
        required
        autoComplete="family-name"
        defaultValue={user.last_name}
      />
      <TextField
        name="phone"
        label="Phone"
        type="tel"
        autoComplete="tel"
        hint="With the country code, such as +33 6 12 34 56 78."
        defaultValue={user.phone ?? ""}
        fieldClassName="sm:col-span-2"
      />
      <Button
        type="submit"
        className="sm:col-span-2 sm:justify-self-start"
        pending={submission.pending}
      >
        Save
      </Button>
    </Form>
  );
}

export function ProfilePage(): ReactNode {
  const { user } = useSession();
  if (!user) return null;
  return (
    <>
      <PageTitle title="Your profile" />
      <h1 className="display-2 mb-8">Your profile</h1>
      <ProfileForm user={user} />
      <dl className="mt-12 grid max-w-xl grid-cols-[auto_1fr] gap-x-8 gap-y-3 border-t border-line pt-8">
        <dt className="text-ink-soft">E-mail</dt>
        <dd className="break-all">{user.email}</dd>
        <dt className="text-ink-soft">User name</dt>
        <dd className="break-all">{user.username}</dd>
      </dl>
      <div className="mt-14">
        <AccountSection
          id="email"
          title="Change your e-mail"
          intro="A link goes to the new address, and the change counts once you have followed it. Until then everything stays as it is."
        >
          <ChangeEmailForm />
        </AccountSection>
        <ConsentSection />
      </div>
    </>
  );
}
