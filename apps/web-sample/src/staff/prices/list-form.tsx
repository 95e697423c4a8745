/** Making a price list, or changing its terms. */
import {
  CreatePriceListInput,
  type PriceList,
  UpdatePriceListInput,
} from "@souk/client/contracts/prices";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { CheckField, SelectField, TextField } from "../../ui/form.tsx";
import { typed } from "../../ui/use-submission.ts";
import { useAccess } from "../access.ts";
import { ActForm, localMoment, momentTyped } from "../ui/act-form.tsx";
import { useCurrencies, useGroups, usePricesChanged } from "./use-prices.ts";

interface ListFormProps {
  /** Null for a new one. */
  readonly list: PriceList | null;
  readonly onDone: () => void;
}

const typedTerms = (form: FormData) => ({
  name: typed(form, "name") ?? "",
  customer_group_id: typed(form, "customer_group_id") ?? null,
  starts_at: momentTyped(form, "starts_at"),
  ends_at: momentTyped(form, "ends_at"),
  is_active: form.get("is_active") === "on",
});

function GroupField({ list }: { readonly list: PriceList | null }): ReactNode {
  const { can } = useAccess();
  const { data } = useGroups(can("users:read"));
  const own = list?.customer_group_id
    ? [{ id: list.customer_group_id, name: list.customer_group_name ?? "" }]
    : [];
  return (
    <SelectField
      key={data ? "loaded" : "loading"}
      name="customer_group_id"
      label="For whom"
      required
      defaultValue={list?.customer_group_id ?? ""}
    >
      <option value="">Everybody</option>
      {(data?.items ?? own).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function Terms({ list }: { readonly list: PriceList | null }): ReactNode {
  return (
    <>
      <GroupField list={list} />
      <TextField
        name="starts_at"
        label="From"
        type="datetime-local"
        defaultValue={localMoment(list?.starts_at)}
      />
      <TextField
        name="ends_at"
        label="Until"
        type="datetime-local"
        defaultValue={localMoment(list?.ends_at)}
      />
      <CheckField
        name="is_active"
        label="In force: its prices are charged in this time. Unticked, nobody gets them."
        defaultChecked={list?.is_active ?? true}
      />
    </>
  );
}

const NameField = ({ list }: { readonly list: PriceList | null }) => (
  <TextField
    name="name"
    label="Name"
    required
    maxLength={120}
    defaultValue={list?.name}
    hint="Shoppers see it as the source of a price."
  />
);

function NewList({ onDone }: { readonly onDone: () => void }): ReactNode {
  const souk = useSouk();
  const currencies = useCurrencies();
  return (
    <ActForm
      label="Price list"
      action="Make the price list"
      contract={CreatePriceListInput}
      read={(form) => ({ ...typedTerms(form), currency: typed(form, "currency") })}
      run={(input) => souk.prices.createList.mutate(input)}
      said="The price list is made."
      changed={usePricesChanged()}
      onDone={onDone}
    >
      <NameField list={null} />
      <SelectField
        key={currencies.length}
        name="currency"
        label="Currency"
        required
        defaultValue={currencies[0] ?? ""}
        hint="It stays."
      >
        {currencies.map((currency) => (
          <option key={currency}>{currency}</option>
        ))}
      </SelectField>
      <Terms list={null} />
    </ActForm>
  );
}

export function ListForm({ list, onDone }: ListFormProps): ReactNode {
  const souk = useSouk();
  const changed = usePricesChanged();
  if (list === null) return <NewList onDone={onDone} />;
  return (
    <ActForm
      label="Price list"
      action="Save the price list"
      contract={UpdatePriceListInput}
      read={(form) => ({ id: list.id, ...typedTerms(form) })}
      run={(input) => souk.prices.updateList.mutate(input)}
      said="The price list is saved."
      changed={changed}
      onDone={onDone}
    >
      <NameField list={list} />
      <Terms list={list} />
    </ActForm>
  );
}
