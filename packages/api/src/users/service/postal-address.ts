/** What a schema cannot judge of an address: is there such a country, such a code, such a phone. */
import { isSupportedCountry } from "libphonenumber-js/max";
import { type DomainError, invalidField } from "../../kernel/errors.ts";
import type { PostalAddress } from "../contract.ts";
import { phoneInE164, phoneInvalid } from "./phone.ts";
import { normalPostalCode, type PostalCodeProblem, problemOfPostalCode } from "./postal-code.ts";

/**
 * The address with its phone in E.164 and its code in capitals. `field` names it in errors, such as
 * `shipping_address`; null where the address is the whole input.
 */
export function checkAddress(address: PostalAddress, field: string | null): PostalAddress {
  const { country_code, phone } = address;
  const named = (member: string): string => (field === null ? member : `${field}.${member}`);
  if (!isSupportedCountry(country_code)) {
    throw invalidField(named("country_code"), "country_unknown", "There is no such country.");
  }
  const postal_code = normalPostalCode(address.postal_code);
  const problem = problemOfPostalCode(postal_code, country_code);
  if (problem !== null) throw postalCodeRefused(named("postal_code"), problem);
  if (phone === null) return { ...address, postal_code };
  const callable = phoneInE164(phone, country_code);
  if (callable === null) throw phoneInvalid(named("phone"));
  return { ...address, postal_code, phone: callable };
}

const postalCodeRefused = (field: string, problem: PostalCodeProblem): DomainError =>
  problem === "missing"
    ? invalidField(field, "postal_code_required", "This country needs a postal code.")
    : invalidField(field, "postal_code_invalid", "This is no postal code of that country.");
