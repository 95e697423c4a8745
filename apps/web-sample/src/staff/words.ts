/** What the permissions are called on the screens. */
import type { PermissionName } from "@souk/client/contracts/access";

interface PermissionWords {
  readonly label: string;
  readonly does: string;
}

export const permissionWords: Readonly<Record<PermissionName, PermissionWords>> = {
  "users:read": { label: "See customers", does: "Profile, addresses, devices" },
  "users:write": { label: "Change customers", does: "Disable and enable, end sessions" },
  "users:privacy": { label: "Export and erase", does: "All that is held of a person" },
  "products:read": { label: "See the catalogue", does: "Drafts, prices, price lists, imports" },
  "products:write": { label: "Change the catalogue", does: "Products, prices, pictures, imports" },
  "inventory:read": { label: "See stock", does: "Levels, movements, transfers" },
  "inventory:write": { label: "Change stock", does: "Receive, count, hold and transfer" },
  "reviews:read": { label: "See all reviews", does: "Those that wait, and reports" },
  "reviews:write": { label: "Judge reviews", does: "Publish, reject and answer them" },
  "settings:read": { label: "See the settings", does: "Currencies, languages, limits" },
  "settings:write": { label: "Change the settings", does: "Currencies, languages, limits" },
  "orders:read": { label: "See orders", does: "All orders of the shop" },
  "security:read": { label: "See security", does: "Dashboard, sign-in attempts, locks" },
  "security:write": { label: "Decide on security", does: "Lift locks, set the sign-in policy" },
  "audit:read": { label: "Read the audit trail", does: "Read it, and verify its chain" },
  "staff:read": { label: "See the team", does: "Members and their roles" },
  "staff:write": { label: "Change the team", does: "Make roles, grant and withdraw them" },
  "api_keys:read": { label: "See API keys", does: "Names and uses, never the keys" },
  "api_keys:write": { label: "Change API keys", does: "Make and revoke them" },
};

export interface PermissionFamily {
  readonly family: string;
  readonly label: string;
  readonly permissions: readonly PermissionName[];
}

const familyLabels: Readonly<Record<string, string>> = {
  users: "Customers",
  products: "Catalogue",
  inventory: "Stock",
  reviews: "Reviews",
  settings: "Settings",
  orders: "Orders",
  security: "Security",
  audit: "Audit trail",
  staff: "Team and roles",
  api_keys: "API keys",
};

/** In the order of the catalogue. */
export function byFamily(permissions: readonly PermissionName[]): PermissionFamily[] {
  const families = new Map<string, PermissionName[]>();
  for (const permission of permissions) {
    const family = permission.split(":")[0] ?? permission;
    families.set(family, [...(families.get(family) ?? []), permission]);
  }
  return [...families].map(([family, members]) => ({
    family,
    label: familyLabels[family] ?? family,
    permissions: members,
  }));
}
