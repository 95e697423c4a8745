/** The fields of a postal address, and how they become one. */

import type { PostalAddress } from "@souk/client/contracts/users";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { SelectField, TextField } from "../ui/form.tsx";
import { typed } from "../ui/use-submission.ts";

const countryNames = new Intl.DisplayNames(undefined, { type: "region" });

export const countryName = (code: string): string => countryNames.of(code) ?? code;

/** A phone number as people type it: spaces, dots and brackets are for the eye. */
export function phoneOf(form: FormData, name: string): string | undefined {
  return typed(form, name)
    ?.replace(/[\s().-]/g, "")
    .replace(/^00/, "+");
}

/** What the contract of an address expects; it judges, this only collects. */
export function readAddress(form: FormData, prefix = ""): Record<keyof PostalAddress, unknown> {
  const text = (name: string): string => typed(form, `${prefix}${name}`) ?? "";
  return {
    first_name: text("first_name"),
    last_name: text("last_name"),
    company: text("company"),
    line1: text("line1"),
    line2: text("line2"),
    city: text("city"),
    region: text("region"),
    postal_code: text("postal_code"),
    country_code: text("country_code"),
    phone: phoneOf(form, `${prefix}phone`) ?? null,
  };
}

interface AddressFieldsProps {
  /** Such as `shipping_address.`: the errors of the server are named so, too. */
  readonly prefix?: string;
  readonly initial?: Partial<PostalAddress>;
  /** For the browser's own memory: `shipping` or `billing`. */
  readonly section?: "shipping" | "billing";
}

function CountryField({
  name,
  autoComplete,
  initial,
}: Record<"name" | "autoComplete", string> & {
  readonly initial: string | undefined;
}): ReactNode {
  const { data: store } = useQuery(useTRPC().stores.current.queryOptions());
  const codes = [...(store?.shipping_countries ?? [])];
  if (initial && !codes.includes(initial)) codes.push(initial);
  const countries = codes
    .map((code) => ({ code, name: countryName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <SelectField
      // The list arrives after the first paint, and a default counts only at the first paint.
      key={countries.length}
      name={name}
      label="Country"
      problem="Choose a country."
      required
      autoComplete={autoComplete}
      defaultValue={initial ?? ""}
      fieldClassName="sm:col-span-2"
    >
      <option value="" disabled>
        Choose a country
      </option>
      {countries.map((country) => (
        <option key={country.code} value={country.code}>
          {country.name}
        </option>
      ))}
    </SelectField>
  );
}

export function AddressFields(props: AddressFieldsProps): ReactNode {
  const { prefix = "", initial = {}, section = "shipping" } = props;
  const field = (name: keyof PostalAddress, autoComplete: string) => ({
    name: `${prefix}${name}`,
    autoComplete: `${section} ${autoComplete}`,
    defaultValue: initial[name] ?? "",
  });
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
      <TextField label="First name" required {...field("first_name", "given-name")} />
      <TextField label="Last name" required {...field("last_name", "family-name")} />
      <TextField
        label="Company"
        fieldClassName="sm:col-span-2"
        {...field("company", "organization")}
      />
      <TextField
        label="Street and number"
        required
        fieldClassName="sm:col-span-2"
        {...field("line1", "address-line1")}
      />
      <TextField
        label="Flat, floor, building"
        fieldClassName="sm:col-span-2"
        {...field("line2", "address-line2")}
      />
      <TextField label="Postal code" {...field("postal_code", "postal-code")} />
      <TextField label="City" required {...field("city", "address-level2")} />
      <TextField
        label="Region"
        fieldClassName="sm:col-span-2"
        {...field("region", "address-level1")}
      />
      <CountryField
        name={`${prefix}country_code`}
        autoComplete={`${section} country`}
        initial={initial.country_code}
      />
      <TextField
        label="Phone"
        type="tel"
        hint="With the country code, such as +33 6 12 34 56 78."
        fieldClassName="sm:col-span-2"
        {...field("phone", "tel")}
      />
    </div>
  );
}
