/** What a schema cannot judge of an address: is there such a country, can its phone be called. */
import { isSupportedCountry } from "libphonenumber-js/max";
import { invalidField } from "../../kernel/errors.ts";
import type { PostalAddress } from "../contract.ts";
import { phoneInE164, phoneInvalid } from "./phone.ts";

/**
 * The address with its phone in E.164. `field` names it in errors, such as `shipping_address`;
 * null where the address is the whole input.
 */
export function checkAddress(address: PostalAddress, field: string | null): PostalAddress {
  const { country_code, phone } = address;
  const named = (member: string): string => (field === null ? member : `${field}.${member}`);
  if (!isSupportedCountry(country_code)) {
    throw invalidField(named("country_code"), "country_unknown", "There is no such country.");
  }
  if (phone === null) return address;
  const callable = phoneInE164(phone, country_code);
  if (callable === null) throw phoneInvalid(named("phone"));
  return { ...address, phone: callable };
}
