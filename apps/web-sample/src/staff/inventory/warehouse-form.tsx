/** Adding a warehouse, or changing one. */
import {
  CreateLocationInput,
  type StockLocation,
  UpdateLocationInput,
} from "@souk/client/contracts/stock-locations";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { CheckField, TextField } from "../../ui/form.tsx";
import { typed } from "../../ui/use-submission.ts";
import { ActForm, numberTyped } from "../ui/act-form.tsx";
import { useStockChanged } from "./use-inventory.ts";

interface WarehouseFormProps {
  /** Null for a new one. */
  readonly location: StockLocation | null;
  readonly onDone: () => void;
}

const typedTerms = (form: FormData) => ({
  code: typed(form, "code") ?? "",
  name: typed(form, "name") ?? "",
  country_code: typed(form, "country_code")?.toUpperCase(),
  position: numberTyped(form, "position"),
});

function Fields({ location }: { readonly location: StockLocation | null }): ReactNode {
  return (
    <>
      <TextField name="name" label="Name" required maxLength={120} defaultValue={location?.name} />
      <TextField
        name="code"
        label="Code"
        required
        defaultValue={location?.code}
        hint="Small letters, digits and hyphens, such as paris-2."
      />
      <TextField
        name="country_code"
        label="Country"
        defaultValue={location?.country_code}
        hint="Two letters, such as FR."
        maxLength={2}
      />
      <TextField
        name="position"
        label="Priority"
        inputMode="numeric"
        defaultValue={location?.position}
        hint="The smallest number is drawn on first. Empty: behind all others."
      />
    </>
  );
}

export function WarehouseForm({ location, onDone }: WarehouseFormProps): ReactNode {
  const souk = useSouk();
  const changed = useStockChanged();
  if (location === null) {
    return (
      <ActForm
        label="Warehouse"
        action="Add the warehouse"
        contract={CreateLocationInput}
        read={typedTerms}
        run={(input) => souk.inventory.locations.create.mutate(input)}
        said="The warehouse is open."
        changed={changed}
        onDone={onDone}
      >
        <Fields location={null} />
      </ActForm>
    );
  }
  return (
    <ActForm
      label="Warehouse"
      action="Save the warehouse"
      contract={UpdateLocationInput}
      read={(form) => ({
        id: location.id,
        ...typedTerms(form),
        is_active: form.get("is_active") === "on",
      })}
      run={(input) => souk.inventory.locations.update.mutate(input)}
      said="The warehouse is saved."
      changed={changed}
      onDone={onDone}
    >
      <Fields location={location} />
      <CheckField
        name="is_active"
        label="Open: its stock is sold"
        defaultChecked={location.is_active}
      />
    </ActForm>
  );
}
