/** Who can sign in to the demo store. */
import { access, type Context, users } from "@souk/api";
import type { Config } from "../config.ts";

interface DemoCustomer {
  readonly email: string;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Printed on the demo store's front page and in its documentation: no secret. */
export const DEMO_PASSWORD = "souk-demo-2026";

const demoCustomers: readonly DemoCustomer[] = [
  { email: "demo@souk.example", username: "demo", firstName: "Dana", lastName: "Demo" },
  { email: "amina@souk.example", username: "amina", firstName: "Amina", lastName: "Haddad" },
];

/** Never in production: everybody knows their password. */
const demoStaff: readonly (DemoCustomer & { readonly role: string })[] = [
  {
    ...{ email: "owner@souk.example", username: "owner", role: "owner" },
    ...{ firstName: "Omar", lastName: "Owner" },
  },
  {
    ...{ email: "support@souk.example", username: "support", role: "support" },
    ...{ firstName: "Sara", lastName: "Support" },
  },
];

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly role: string;
}

/** Whom the seed lets in. */
export const demoAccountsOf = (config: Pick<Config, "profile">): readonly DemoAccount[] =>
  [...demoCustomers.map((customer) => ({ ...customer, role: "customer" })), ...staffOf(config)].map(
    ({ email, role }) => ({ email, password: DEMO_PASSWORD, role }),
  );

const staffOf = ({ profile }: Pick<Config, "profile">): typeof demoStaff =>
  profile === "production" ? [] : demoStaff;

/** Without the mail of a registration: nobody lives at these addresses. Known people stay as they are. */
export async function savePeople(
  ctx: Context,
  config: Pick<Config, "profile">,
  passwordHash: string,
): Promise<void> {
  for (const customer of demoCustomers) {
    if (await isKnown(ctx, customer)) continue;
    const { id } = await users.addUser(ctx, { ...customer, passwordHash, phone: null });
    await users.confirmEmail(ctx, id);
  }
  for (const { role, ...person } of staffOf(config)) {
    if (!(await isKnown(ctx, person))) await access.appoint(ctx, role, { ...person, passwordHash });
  }
}

const isKnown = async (ctx: Context, { email, username }: DemoCustomer): Promise<boolean> =>
  (await users.findByEmail(ctx, email)) !== null || (await users.usernameIsTaken(ctx, username));
