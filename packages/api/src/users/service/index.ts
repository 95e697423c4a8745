/** People: their profile, their address book, and their rows for the domains that sign them in. */
export {
  addUser,
  canonicalEmail,
  canonicalUsername,
  confirmEmail,
  findByEmail,
  findById,
  lockUser,
  type NewUser,
  setPasswordHash,
  type UserRow,
  usernameIsTaken,
  userOf,
} from "./accounts.ts";
export {
  createAddress,
  deleteAddress,
  getAddress,
  listAddresses,
  MAX_ADDRESSES,
  updateAddress,
} from "./addresses.ts";
export { PHONE_INVALID, phoneInE164 } from "./phone.ts";
export { me, updateMe } from "./profile.ts";
