/** One address of the book, new or known. */

import { type Address, CreateAddressInput } from "@souk/client/contracts/users";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { CheckField, Form, SelectField } from "../ui/form.tsx";
import { toasts } from "../ui/toast.tsx";
import { useSubmission } from "../ui/use-submission.ts";
import { AddressFields, readAddress } from "./address-form.tsx";
import { useSession } from "./session.ts";

interface AddressEditorProps {
  /** Null for a new one. */
  readonly address: Address | null;
  readonly onDone: () => void;
}

function useAddressSubmission({ address, onDone }: AddressEditorProps) {
  const souk = useSouk();
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useSubmission({
    contract: CreateAddressInput,
    read: (form) => ({
      ...readAddress(form),
      type: form.get("type"),
      is_default: form.get("is_default") !== null,
    }),
    send: async (input) => {
      if (address) await souk.users.updateAddress.mutate({ id: address.id, ...input });
      else await souk.users.createAddress.mutate(input);
      await cache.invalidateQueries({ queryKey: trpc.users.addresses.queryKey() });
      toasts.say("The address is saved.");
      onDone();
    },
  });
}

export function AddressEditor(props: AddressEditorProps): ReactNode {
  const { address } = props;
  const { user } = useSession();
  const submission = useAddressSubmission(props);
  const named = user ? { first_name: user.first_name, last_name: user.last_name } : {};
  return (
    <Form submission={submission} label="Address" className="grid gap-5">
      <AddressFields initial={address ?? named} />
      <SelectField name="type" label="What for" required defaultValue={address?.type ?? "shipping"}>
        <option value="shipping">Parcels</option>
        <option value="billing">Bills</option>
        <option value="other">Something else</option>
      </SelectField>
      <CheckField
        name="is_default"
        defaultChecked={address?.is_default ?? false}
        label="Use this one first"
      />
      <Button type="submit" pending={submission.pending}>
        Save the address
      </Button>
    </Form>
  );
}
