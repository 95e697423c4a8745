/** Phone numbers as they are kept: E.164, and only such as can be called. */
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { type DomainError, invalidField } from "../../kernel/errors.ts";

export const PHONE_INVALID = "This phone number cannot be called.";

/** Null when there can be no such number. The country helps with numbers in their national form. */
export function phoneInE164(phone: string, country?: CountryCode): string | null {
  const parsed = parsePhoneNumberFromString(phone, country);
  return parsed?.isValid() === true ? parsed.number : null;
}

export const phoneInvalid = (field: string): DomainError =>
  invalidField(field, "phone_invalid", PHONE_INVALID);
