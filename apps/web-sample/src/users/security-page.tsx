/** What keeps the account the customer's own: the password, the devices, and who tried to get in. */
import type { ReactNode } from "react";
import { PageTitle } from "../ui/page-title.tsx";
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
      <section aria-labelledby="password">
        <h2 id="password" className="display-3 mb-2">
          Change your password
        </h2>
        <p className="mb-6 text-ink-soft">All your other devices are signed out then.</p>
        <ChangePasswordForm email={user.email} />
      </section>
      <SessionList />
      <LoginAttemptsList />
    </>
  );
}
