/** After signing in: the session begins, and one is back where one was. */
import type { User } from "@souk/client/contracts/users";
import { useRouter } from "@tanstack/react-router";
import { toasts } from "../ui/toast.tsx";
import { useSessionChanges } from "../users/session.ts";

export function useEnter(): (user: User, path: string | undefined) => Promise<void> {
  const { begin } = useSessionChanges();
  const { history } = useRouter();
  return async (user, path) => {
    await begin(user);
    toasts.say(`Welcome, ${user.first_name}.`);
    history.replace(path ?? "/account");
  };
}
