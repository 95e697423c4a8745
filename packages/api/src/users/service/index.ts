/** People: their profile, their address book, and their rows for the domains that sign them in. */

export { addMembers, createGroup, getGroup } from "../groups/service/index.ts";
export {
  addUser,
  canonicalEmail,
  canonicalUsername,
  confirmEmail,
  findByEmail,
  findById,
  lockUser,
  moveEmail,
  type NewUser,
  renewPasswordHash,
  setActive,
  setPasswordHash,
  type UserRow,
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
export {
  isGranted,
  myConsents,
  recordConsent,
  type SaidConsent,
  setConsents,
} from "./consents.ts";
export { PHONE_INVALID, phoneInE164 } from "./phone.ts";
export { exportPerson, type Person, personOf, removePerson } from "./privacy.ts";
export { me, updateMe } from "./profile.ts";
export { getUser, listUsers } from "./staff-view.ts";
export {
  confirmRegistration,
  forgetUnproved,
  registerAgain,
  registrationOf,
} from "./unproved.ts";
export {
  freeUsernames,
  heldPasswordHash,
  holdPassword,
  reserveUsername,
  UNVERIFIED_KEPT_DAYS,
  usernameIsTaken,
} from "./usernames.ts";
