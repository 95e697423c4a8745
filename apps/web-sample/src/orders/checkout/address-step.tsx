/** Who buys, and where it goes. */

import { SetAddressesInput } from "@souk/client/contracts/cart";
import type { Address } from "@souk/client/contracts/users";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useKeepCart } from "../../cart/use-cart.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField, Form, TextField } from "../../ui/form.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { AddressText, addressLines } from "../../users/address-card.tsx";
import { AddressFields, readAddress } from "../../users/address-form.tsx";
import { ChoiceCard } from "./choice-card.tsx";
import { StepFrame, type StepProps } from "./step.tsx";

const NEW_ADDRESS = "new";

function postal({ id: _id, type: _type, is_default: _default, ...address }: Address) {
  return address;
}

interface AddressStepFormProps extends StepProps {
  readonly saved: readonly Address[];
}

function useAddressSubmission({ user, saved, onDone }: AddressStepFormProps, choice: string) {
  const souk = useSouk();
  const keepCart = useKeepCart();
  return useSubmission({
    contract: SetAddressesInput,
    read: (form) => {
      const known = saved.find(({ id }) => id === choice);
      const billed = form.get("same") !== null;
      return {
        ...(user ? {} : { email: typed(form, "email") ?? "" }),
        shipping_address: known ? postal(known) : readAddress(form, "shipping_address."),
        billing_address: billed ? null : readAddress(form, "billing_address."),
      };
    },
    send: async (input) => {
      await keepCart(await souk.cart.setAddresses.mutate(input));
      onDone();
    },
  });
}

function SavedAddresses(props: {
  readonly saved: readonly Address[];
  readonly choice: string;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const { saved, choice, onChoose } = props;
  return (
    <fieldset className="mb-6 grid gap-3">
      <legend className="mb-3 font-semibold">Deliver to</legend>
      {saved.map((address) => {
        const [name, ...lines] = addressLines(address);
        return (
          <ChoiceCard
            key={address.id}
            name="saved"
            value={address.id}
            checked={choice === address.id}
            onChange={() => onChoose(address.id)}
            title={name}
          >
            {lines.join(", ")}
          </ChoiceCard>
        );
      })}
      <ChoiceCard
        name="saved"
        value={NEW_ADDRESS}
        checked={choice === NEW_ADDRESS}
        onChange={() => onChoose(NEW_ADDRESS)}
        title="Another address"
      />
    </fieldset>
  );
}

function AddressStepForm(props: AddressStepFormProps): ReactNode {
  const { cart, user, saved } = props;
  const [choice, setChoice] = useState(
    cart.shipping_address ? NEW_ADDRESS : (saved[0]?.id ?? NEW_ADDRESS),
  );
  const [same, setSame] = useState(cart.billing_address === null);
  const submission = useAddressSubmission(props, choice);
  return (
    <Form submission={submission} label="Contact and address">
      {!user && (
        <div className="mb-5">
          <TextField
            name="email"
            label="E-mail"
            type="email"
            required
            autoComplete="email"
            defaultValue={cart.email ?? ""}
            hint="The confirmation of your order goes there."
          />
          <p className="mt-3 text-sm text-ink-soft">
            Have an account?{" "}
            <Link to="/sign-in" search={{ redirect: "/checkout" }} className="link text-ink">
              Sign in
            </Link>
          </p>
        </div>
      )}
      {saved.length > 0 && <SavedAddresses saved={saved} choice={choice} onChoose={setChoice} />}
      {choice === NEW_ADDRESS && (
        <AddressFields
          prefix="shipping_address."
          initial={cart.shipping_address ?? (user ? nameOf(user) : {})}
        />
      )}
      <CheckField
        name="same"
        className="mt-6"
        checked={same}
        onChange={() => setSame(!same)}
        label="The bill goes to the same address"
      />
      {!same && (
        <fieldset className="mt-5">
          <legend className="mb-4 font-semibold">Billing address</legend>
          <AddressFields
            prefix="billing_address."
            section="billing"
            initial={cart.billing_address ?? {}}
          />
        </fieldset>
      )}
      <Button type="submit" className="mt-7 w-full sm:w-auto" pending={submission.pending}>
        Continue to delivery
      </Button>
    </Form>
  );
}

function nameOf({ first_name, last_name }: { first_name: string; last_name: string }) {
  return { first_name, last_name };
}

export function AddressStep(props: StepProps): ReactNode {
  const { cart, user, open, onReopen } = props;
  const addresses = useQuery(
    useTRPC().users.addresses.queryOptions(undefined, { enabled: user !== null }),
  );
  const saved = addresses.data?.items.filter(({ type }) => type !== "billing") ?? [];
  const ready = user === null || !addresses.isPending;
  return (
    <StepFrame
      number={1}
      title="Contact and address"
      open={open}
      done={cart.shipping_address !== null && cart.email !== null}
      onReopen={onReopen}
      summary={
        <>
          <p className="text-ink-soft">{cart.email}</p>
          {cart.shipping_address && <AddressText address={cart.shipping_address} />}
        </>
      }
    >
      {ready && <AddressStepForm {...props} saved={saved} />}
    </StepFrame>
  );
}
