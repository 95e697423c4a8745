/** Which warehouse. */
import type { ReactNode } from "react";
import { SelectField } from "../../ui/form.tsx";
import { useLocations } from "./use-inventory.ts";

interface LocationFieldProps {
  readonly name?: string;
  readonly label?: string;
  readonly chosen?: string | undefined;
}

export function LocationField(props: LocationFieldProps): ReactNode {
  const { name = "location_id", label = "Warehouse", chosen } = props;
  const locations = useLocations();
  const open = locations.data?.items.filter(({ is_active }) => is_active) ?? [];
  const first = chosen ?? "";
  return (
    <SelectField
      // What is not loaded yet cannot be the choice of a field.
      key={locations.isSuccess ? "loaded" : "loading"}
      name={name}
      label={label}
      required
      defaultValue={first}
    >
      <option value="" disabled>
        Choose a warehouse
      </option>
      {open.map(({ id, name: called }) => (
        <option key={id} value={id}>
          {called}
        </option>
      ))}
    </SelectField>
  );
}
