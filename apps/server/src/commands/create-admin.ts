/** `create-admin`: the store's first owner, made by whoever may run programs on the server. */
import { access, authentication, type Context, DomainError, users } from "@souk/api";
import { RegisterInput } from "@souk/api/contracts/authentication";
import type { Services } from "../services.ts";
import type { Output } from "./progress.ts";

export interface NewOwner {
  readonly email: string;
  readonly username?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  /** There may be owners already. */
  readonly another: boolean;
}

/** Answers whether there is a new owner. The password is asked for only where it is needed. */
export async function createAdmin(
  services: Pick<Services, "systemContext">,
  owner: NewOwner,
  readPassword: () => Promise<string>,
  { out, err }: { readonly out: Output; readonly err: Output },
): Promise<boolean> {
  const ctx = services.systemContext();
  const owners = await access.activeOwners(ctx);
  if (owners.length > 0 && !owner.another) {
    err.write(`${hasOwner(owners)}\n`);
    return false;
  }
  const known = await users.findByEmail(ctx, owner.email);
  try {
    const account =
      known !== null && known.emailVerifiedAt !== null
        ? { ...unchanged, email: known.email }
        : await newAccount(ctx, owner, known, await readPassword());
    await access.appoint(ctx, "owner", account);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    err.write(`${error.message}\n`);
    return false;
  }
  out.write(`${owner.email} is an owner of ${ctx.store.name} now.\n`);
  return true;
}

const hasOwner = (owners: readonly string[]): string =>
  `The store has an owner already: ${owners.join(", ")}.\n` +
  "Owners make other owners in the staff console. To make one here, add --another.";

/** Of somebody who has a verified account nothing is replaced. */
const unchanged = { username: "", passwordHash: "", firstName: "", lastName: "" };

/** Under the rules of a registration. */
async function newAccount(
  ctx: Context,
  owner: NewOwner,
  known: users.UserRow | null,
  password: string,
): Promise<access.StaffAccount> {
  const input = RegisterInput.safeParse({
    email: owner.email,
    username: known?.username ?? owner.username ?? usernameOf(owner.email),
    first_name: owner.firstName ?? "Store",
    last_name: owner.lastName ?? "Owner",
    ...{ password, password_confirm: password },
  });
  if (!input.success) {
    const lines = input.error.issues.map(({ path, message }) => lineOf(path.join("."), message));
    throw new DomainError("invalid", "invalid_input", lines.join("\n"));
  }
  const { email, username, first_name: firstName, last_name: lastName } = input.data;
  const owned = { email, username, names: [firstName, lastName], storeName: ctx.store.name };
  const problem = authentication.passwordProblem(password, owned, ctx.ports.passwordMinLength);
  if (problem !== null) throw new DomainError("invalid", "password_refused", problem);
  if (known === null && (await users.usernameIsTaken(ctx, username))) {
    const message = `The user name ${username} is taken. Choose one with --username.`;
    throw new DomainError("invalid", "username_taken", message);
  }
  const passwordHash = await authentication.hashPassword(password);
  return { email, username, firstName, lastName, passwordHash };
}

const lineOf = (field: string, message: string): string =>
  `${field.replace("_confirm", "").replaceAll("_", "-")}: ${message}`;

/** As far as an address gives one away. */
function usernameOf(email: string): string {
  const plain = email
    .slice(0, Math.max(email.lastIndexOf("@"), 0))
    .replace(/[^\p{L}\p{N}_.-]/gu, "")
    .slice(0, 40);
  return plain.length < 3 ? "owner" : plain;
}
