/** Leads a guest to the sign-in, and back here afterwards. */
import { useNavigate, useRouterState } from "@tanstack/react-router";

export function useSignInFirst(): () => void {
  const navigate = useNavigate();
  const href = useRouterState({ select: (state) => state.location.href });
  return () => void navigate({ to: "/sign-in", search: { redirect: href } });
}
