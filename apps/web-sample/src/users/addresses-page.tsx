/** The address book: add, change, remove, and which one comes first. */

import type { Address } from "@souk/client/contracts/users";
import { useTRPC } from "@souk/client/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { EmptyState, ErrorState, Loading, Skeleton } from "../ui/states.tsx";
import { toasts } from "../ui/toast.tsx";
import { explainFault } from "../ui/use-submission.ts";
import { AddressText } from "./address-card.tsx";
import { AddressEditor } from "./address-editor.tsx";

const typeNames = { shipping: "For parcels", billing: "For bills", other: "Other" } as const;

function useAddressChanges() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const settle = {
    onSuccess: () => cache.invalidateQueries({ queryKey: trpc.users.addresses.queryKey() }),
    onError: (error: unknown) => toasts.say(explainFault(error)),
  };
  return {
    update: useMutation(trpc.users.updateAddress.mutationOptions(settle)),
    remove: useMutation(trpc.users.deleteAddress.mutationOptions(settle)),
  };
}

interface AddressItemProps {
  readonly address: Address;
  readonly onEdit: () => void;
}

const actionClass = "link min-h-11 px-1 text-[0.95rem]";

function AddressItem({ address, onEdit }: AddressItemProps): ReactNode {
  const { update, remove } = useAddressChanges();
  const [asking, setAsking] = useState(false);
  const name = `${address.line1}, ${address.city}`;
  const takeOut = (): void =>
    remove.mutate({ id: address.id }, { onSuccess: () => toasts.say("The address is removed.") });
  return (
    <li className="flex flex-col rounded-2xl bg-paper-raised p-6 shadow-lift">
      <p className="mb-3 flex min-h-7 flex-wrap items-center gap-2 text-sm">
        <span className="font-semibold">{typeNames[address.type]}</span>
        {address.is_default && (
          <span className="rounded-full bg-leaf-wash px-3 py-0.5 font-semibold text-leaf">
            Used first
          </span>
        )}
      </p>
      <AddressText address={address} />
      <div className="mt-auto flex flex-wrap gap-x-4 pt-4">
        {asking ? (
          <>
            <button
              type="button"
              onClick={takeOut}
              disabled={remove.isPending}
              className={`${actionClass} font-semibold text-alarm`}
            >
              Yes, remove it
            </button>
            <button type="button" onClick={() => setAsking(false)} className={actionClass}>
              Keep it
            </button>
          </>
        ) : (
          <>
            <button type="button" onClick={onEdit} className={actionClass}>
              Change<span className="sr-only"> {name}</span>
            </button>
            <button type="button" onClick={() => setAsking(true)} className={actionClass}>
              Remove<span className="sr-only"> {name}</span>
            </button>
            {!address.is_default && (
              <button
                type="button"
                disabled={update.isPending}
                onClick={() => update.mutate({ id: address.id, is_default: true })}
                className={actionClass}
              >
                Use first<span className="sr-only">: {name}</span>
              </button>
            )}
          </>
        )}
      </div>
    </li>
  );
}

export function AddressesPage(): ReactNode {
  const addresses = useQuery(useTRPC().users.addresses.queryOptions());
  const [edited, setEdited] = useState<Address | "new" | null>(null);
  const items = addresses.data?.items ?? [];
  return (
    <>
      <PageTitle title="Your addresses" />
      <div className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <h1 className="display-2">Your addresses</h1>
        <Button onClick={() => setEdited("new")}>Add an address</Button>
      </div>
      {addresses.isPending && (
        <Loading label="Your addresses are loading" className="grid gap-6 sm:grid-cols-2">
          <Skeleton className="h-52 w-full" />
          <Skeleton className="h-52 w-full" />
        </Loading>
      )}
      {addresses.isError && (
        <ErrorState error={addresses.error} onRetry={() => void addresses.refetch()} />
      )}
      {addresses.isSuccess && items.length === 0 && (
        <EmptyState title="No address yet">
          <p>Save one, and the checkout fills itself in.</p>
        </EmptyState>
      )}
      <ul className="grid gap-6 sm:grid-cols-2">
        {items.map((address) => (
          <AddressItem key={address.id} address={address} onEdit={() => setEdited(address)} />
        ))}
      </ul>
      <Drawer
        open={edited !== null}
        onClose={() => setEdited(null)}
        title={edited === "new" ? "A new address" : "Change the address"}
      >
        {edited !== null && (
          <AddressEditor
            address={edited === "new" ? null : edited}
            onDone={() => setEdited(null)}
          />
        )}
      </Drawer>
    </>
  );
}
