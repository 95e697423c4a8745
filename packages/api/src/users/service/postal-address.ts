/** What a schema cannot judge of an address: is there such a country, can its phone be called. */
import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { invalidField } from "../../kernel/errors.ts";
import type { PostalAddress } from "../contract.ts";

/** The address with its phone in E.164. `field` names it in errors: `shipping_address`. */
export function checkAddress(address: PostalAddress, field: string): PostalAddress {
  const { country_code, phone } = address;
  if (!isSupportedCountry(country_code)) {
    throw invalidField(`${field}.country_code`, "country_unknown", "There is no such country.");
  }
  if (phone === null) return address;
  const parsed = parsePhoneNumberFromString(phone, country_code);
  if (parsed === undefined || !parsed.isValid()) {
    throw invalidField(`${field}.phone`, "phone_invalid", "This phone number cannot be called.");
  }
  return { ...address, phone: parsed.number };
}
