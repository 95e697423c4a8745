/** The one catalogue of what staff and API keys may do. Pure: contracts and browsers import it. */

export interface PermissionInfo {
  readonly description: string;
  /** Whether a program may hold it. People's access, keys and privacy are for people alone. */
  readonly forApiKeys: boolean;
}

export const permissionCatalogue = {
  "users:read": { description: "See customers: profile, addresses, devices", forApiKeys: true },
  "users:write": {
    description: "Disable and enable customers, end their sessions",
    forApiKeys: true,
  },
  "users:privacy": { description: "Export and erase what is held of a person", forApiKeys: false },
  "products:read": {
    description: "See the whole catalogue: drafts, prices, price lists, imports",
    forApiKeys: true,
  },
  "products:write": {
    description: "Change the catalogue: products, categories, prices, pictures, imports",
    forApiKeys: true,
  },
  "inventory:read": { description: "See stock, its movements and transfers", forApiKeys: true },
  "inventory:write": {
    description: "Receive, count, adjust, hold and transfer stock",
    forApiKeys: true,
  },
  "reviews:read": { description: "See all reviews and reports of them", forApiKeys: true },
  "reviews:write": { description: "Publish, reject and answer reviews", forApiKeys: true },
  "settings:read": { description: "See the settings of the store", forApiKeys: true },
  "settings:write": { description: "Change the settings of the store", forApiKeys: false },
  "orders:read": { description: "See all orders", forApiKeys: true },
  "security:read": {
    description: "See the security dashboard, sign-in attempts and locks",
    forApiKeys: true,
  },
  "security:write": {
    description: "Lift locks and set the sign-in policy for staff",
    forApiKeys: false,
  },
  "audit:read": { description: "Read and verify the audit trail", forApiKeys: true },
  "staff:read": { description: "See staff and roles", forApiKeys: false },
  "staff:write": { description: "Make roles, grant and withdraw them", forApiKeys: false },
  "api_keys:read": { description: "See API keys", forApiKeys: false },
  "api_keys:write": { description: "Make and revoke API keys", forApiKeys: false },
} as const satisfies Readonly<Record<string, PermissionInfo>>;

export type Permission = keyof typeof permissionCatalogue;

export const permissions = Object.keys(permissionCatalogue) as [Permission, ...Permission[]];

export const isPermission = (text: string): text is Permission => text in permissionCatalogue;

/** What brings a permission along: whoever may write a thing may read it. */
export function impliedBy(permission: Permission): Permission | null {
  const write = permission.replace(/:read$/, ":write");
  return write !== permission && isPermission(write) ? write : null;
}

/** All that follows from what was given, in the order of the catalogue. */
export function withImplied(given: readonly Permission[]): readonly Permission[] {
  const held: ReadonlySet<Permission | null> = new Set(given);
  return permissions.filter((name) => held.has(name) || held.has(impliedBy(name)));
}

export interface BuiltInRole {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
}

/** Holds every permission there is, also those of later versions; cannot be changed or deleted. */
export const OWNER = "owner";

/** What a store begins with. All but the owner are data: staff may change them. */
export const builtInRoles: readonly BuiltInRole[] = [
  {
    slug: OWNER,
    name: "Owner",
    description: "Everything, now and in later versions",
    permissions,
  },
  {
    slug: "manager",
    name: "Manager",
    description: "Runs the shop; does not decide who else works in it",
    permissions: [
      "users:read",
      "users:write",
      "users:privacy",
      "products:read",
      "products:write",
      "inventory:read",
      "inventory:write",
      "reviews:read",
      "reviews:write",
      "settings:read",
      "settings:write",
      "orders:read",
      "security:read",
      "audit:read",
      "staff:read",
      "api_keys:read",
    ],
  },
  {
    slug: "support",
    name: "Support",
    description: "Helps customers with their accounts and orders",
    permissions: [
      "users:read",
      "users:write",
      "products:read",
      "inventory:read",
      "reviews:read",
      "reviews:write",
      "orders:read",
    ],
  },
  {
    slug: "warehouse",
    name: "Warehouse",
    description: "Keeps the stock; packs and sends what was ordered",
    permissions: ["products:read", "inventory:read", "inventory:write", "orders:read"],
  },
  {
    slug: "analyst",
    name: "Analyst",
    description: "Looks at sales; sees no customer accounts",
    permissions: ["products:read", "inventory:read", "reviews:read", "orders:read"],
  },
];
