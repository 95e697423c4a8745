/** Passkeys: adding and removing them, and signing in with one. */
export { add, startCreation } from "./create.ts";
export { list, remove, rename } from "./keep.ts";
export { signIn, startSession, startSignIn } from "./sign-in.ts";
