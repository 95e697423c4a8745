/** What the forms that change stock share. */
import type { VariantStock } from "@souk/client/contracts/inventory";
import type { ReactNode } from "react";
import { TextField } from "../../ui/form.tsx";

export interface ChangeFormProps {
  readonly stock: VariantStock;
  readonly onDone: () => void;
}

/** Where it lies already is where it most likely changes. */
export const placeOf = ({ levels }: VariantStock): string | undefined =>
  levels.find(({ location }) => location.is_active)?.location.id;

interface UnitsProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

export const Units = (props: UnitsProps): ReactNode => (
  <TextField {...props} required inputMode="numeric" autoComplete="off" />
);
