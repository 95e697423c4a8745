/** What keeps the account the customer's own: passwords, proofs, devices, visits. */
import type { ReactNode } from "react";
import { PasskeySection } from "../authentication/passkeys/passkey-section.tsx";
import { SecondFactorSection } from "../authentication/second-factor/second-factor-section.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { AccountSection } from "./account-section.tsx";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { LoginAttemptsList } from "./login-attempts-list.tsx";
import { useSession } from "./session.ts";
import { SessionList } from "./session-list.tsx";

export function SecurityPage(): ReactNode {
  const { user } = useSession();
  if (!user) return null;
  return (
    <>
      <PageTitle title="Security" />
      <h1 className="display-2 mb-8">Security</h1>
      <AccountSection
        id="password"
        title="Change your password"
        intro="All your other devices are signed out then."
      >
        <ChangePasswordForm email={user.email} />
      </AccountSection>
      <SecondFactorSection />
      <PasskeySection />
      <SessionList />
      <LoginAttemptsList />
    </>
  );
}
