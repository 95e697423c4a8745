/** People who buy: their profile and their address book. */
import * as z from "zod";
import {
  CountryCode,
  Id,
  OptionalText,
  PageInput,
  pageOf,
  Text,
  Timestamp,
} from "../kernel/contract.ts";

export const Phone = z
  .string()
  .trim()
  .regex(/^\+[1-9]\d{6,14}$/, "Use the international form, such as +212600123456.")
  .describe("E.164");

export const User = z
  .object({
    id: Id,
    email: z.string(),
    username: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    phone: z.string().nullable(),
    is_verified: z.boolean(),
    date_joined: Timestamp,
  })
  .meta({ id: "User" });
export type User = z.infer<typeof User>;

export const UpdateProfileInput = z.strictObject({
  first_name: Text(80).optional(),
  last_name: Text(80).optional(),
  phone: Phone.nullable().optional(),
});
export type UpdateProfileInput = z.infer<typeof UpdateProfileInput>;

/** A postal address as carts and orders carry it: a copy, never a reference. */
export const PostalAddress = z
  .strictObject({
    first_name: Text(80),
    last_name: Text(80),
    company: OptionalText(120).default(""),
    line1: Text(200),
    line2: OptionalText(200).default(""),
    city: Text(120),
    region: OptionalText(120).default("").describe("State, province or county, where used"),
    postal_code: OptionalText(20).default(""),
    country_code: CountryCode,
    phone: Phone.nullable().default(null),
  })
  .meta({ id: "PostalAddress" });
export type PostalAddress = z.infer<typeof PostalAddress>;

export const AddressType = z.enum(["shipping", "billing", "other"]);
export type AddressType = z.infer<typeof AddressType>;

export const Address = z
  .object({
    id: Id,
    type: AddressType,
    is_default: z.boolean().describe("At most one default for each type"),
    ...PostalAddress.shape,
  })
  .meta({ id: "Address" });
export type Address = z.infer<typeof Address>;

export const AddressList = z.object({ items: z.array(Address) });

export const AddressRef = z.strictObject({ id: Id });
export type AddressRef = z.infer<typeof AddressRef>;

export const CreateAddressInput = z.strictObject({
  type: AddressType,
  is_default: z.boolean().default(false),
  ...PostalAddress.shape,
});
export type CreateAddressInput = z.infer<typeof CreateAddressInput>;

export const UpdateAddressInput = z.strictObject({
  id: Id,
  type: AddressType.optional(),
  is_default: z.boolean().optional(),
  first_name: Text(80).optional(),
  last_name: Text(80).optional(),
  company: OptionalText(120).optional(),
  line1: Text(200).optional(),
  line2: OptionalText(200).optional(),
  city: Text(120).optional(),
  region: OptionalText(120).optional(),
  postal_code: OptionalText(20).optional(),
  country_code: CountryCode.optional(),
  phone: Phone.nullable().optional(),
});
export type UpdateAddressInput = z.infer<typeof UpdateAddressInput>;

export const Consent = z
  .object({
    purpose: z.enum(["marketing_email"]),
    granted: z.boolean(),
    source: z.string().describe("Where it was said, such as `registration` or `account`"),
    at: Timestamp,
  })
  .meta({ id: "Consent" });
export type Consent = z.infer<typeof Consent>;

export const ConsentState = z
  .object({
    marketing_email: z.boolean(),
    history: z.array(Consent).describe("Newest first"),
  })
  .meta({ id: "ConsentState" });
export type ConsentState = z.infer<typeof ConsentState>;

export const SetConsentInput = z.strictObject({ marketing_email: z.boolean() });
export type SetConsentInput = z.infer<typeof SetConsentInput>;

/** A user as staff sees them. */
export const UserForStaff = z
  .object({
    ...User.shape,
    is_active: z.boolean(),
    is_staff: z.boolean(),
    orders: z.int(),
    last_sign_in_at: Timestamp.nullable(),
  })
  .meta({ id: "UserForStaff" });
export type UserForStaff = z.infer<typeof UserForStaff>;

export const UserDetail = z
  .object({
    ...UserForStaff.shape,
    addresses: z.array(Address),
    marketing_email: z.boolean(),
    has_second_factor: z.boolean(),
    roles: z.array(z.object({ slug: z.string(), name: z.string() })),
  })
  .meta({ id: "UserDetail" });
export type UserDetail = z.infer<typeof UserDetail>;

export const ListUsersInput = z.strictObject({
  ...PageInput.shape,
  search: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe("The beginning of an address, user name, first or last name"),
  status: z.enum(["active", "disabled", "unverified"]).optional(),
});
export type ListUsersInput = z.infer<typeof ListUsersInput>;

export const UserPage = pageOf(UserForStaff);
export type UserPage = z.infer<typeof UserPage>;

export const UserRef = z.strictObject({ id: Id });
export type UserRef = z.infer<typeof UserRef>;
