/** What the shop asks of the people who work in it when they sign in. */
import { errorReason } from "@souk/client";
import { useSouk, useTRPC } from "@souk/client/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { useFresh } from "../../authentication/confirm-identity.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { toasts } from "../../ui/toast.tsx";
import { explainFault } from "../../ui/use-submission.ts";
import { useAccess } from "../access.ts";
import { Failure } from "../ui/failure.tsx";
import { Panel } from "../ui/panel.tsx";

function Refusal({ error }: { readonly error: unknown }): ReactNode {
  const own = errorReason(error)?.includes("second_factor") ?? false;
  return (
    <Notice tone="alarm" className="mt-4">
      <p>{explainFault(error)}</p>
      {own && (
        <p className="mt-1">
          <Link to="/account/security" className="link font-semibold">
            Set up your own second factor
          </Link>
        </p>
      )}
    </Notice>
  );
}

interface PolicySwitchProps {
  readonly on: boolean;
}

function PolicySwitch({ on }: PolicySwitchProps): ReactNode {
  const souk = useSouk();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const fresh = useFresh();
  const { can } = useAccess();
  const id = useId();
  const change = useMutation({
    mutationFn: (needed: boolean) =>
      fresh(() =>
        souk.authentication.security.updatePolicy.mutate({ staff_needs_second_factor: needed }),
      ),
    onSuccess: async (policy) => {
      cache.setQueryData(trpc.authentication.security.policy.queryKey(), policy);
      toasts.say(
        policy.staff_needs_second_factor
          ? "Staff need a second factor now."
          : "Staff may sign in by password alone.",
      );
      await cache.invalidateQueries({ queryKey: trpc.access.pathKey() });
    },
  });
  const changeable = can("security:write");
  return (
    <>
      <div className="flex items-start gap-4">
        <button
          type="button"
          role="switch"
          aria-checked={on}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-about`}
          disabled={!changeable || change.isPending}
          onClick={() => change.mutate(!on)}
          className="switch mt-0.5"
        />
        <div>
          <p id={`${id}-name`} className="font-semibold">
            Staff need a second factor
          </p>
          <p id={`${id}-about`} className="text-sm text-ink-soft">
            {on
              ? "Whoever has none can only set one up."
              : "A password alone opens these pages to whoever works here."}
            {!changeable && " Your roles do not permit changing this."}
          </p>
        </div>
      </div>
      {change.isError && <Refusal error={change.error} />}
    </>
  );
}

export function Policy(): ReactNode {
  const policy = useQuery(useTRPC().authentication.security.policy.queryOptions());
  return (
    <Panel title="Sign-in policy">
      {policy.isPending && (
        <Loading label="The policy is loading">
          <Skeleton className="h-12 w-full" />
        </Loading>
      )}
      {policy.isError && <Failure error={policy.error} onRetry={() => void policy.refetch()} />}
      {policy.data && <PolicySwitch on={policy.data.staff_needs_second_factor} />}
    </Panel>
  );
}
