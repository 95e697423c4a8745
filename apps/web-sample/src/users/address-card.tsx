/** An address as one reads it on an envelope. */
import type { PostalAddress } from "@souk/client/contracts/users";
import type { ReactNode } from "react";
import { countryName } from "./address-form.tsx";

interface AddressTextProps {
  readonly address: PostalAddress;
  readonly className?: string;
}

export function addressLines(address: PostalAddress): string[] {
  const { first_name, last_name, company, line1, line2, postal_code, city, region } = address;
  return [
    `${first_name} ${last_name}`,
    company,
    line1,
    line2,
    `${postal_code} ${city}`.trim(),
    region,
    countryName(address.country_code),
    address.phone ?? "",
  ].filter((line) => line !== "");
}

export function AddressText({ address, className }: AddressTextProps): ReactNode {
  return (
    <address className={className ?? "not-italic text-ink-soft"}>
      {addressLines(address).map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </address>
  );
}
