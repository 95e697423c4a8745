/** The parts of the staff console, and what one needs to enter each. */
import type { PermissionName } from "@souk/client/contracts/access";
import {
  ArrowDownUp,
  FolderTree,
  KeyRound,
  type LucideIcon,
  MessageSquareText,
  Package,
  Ruler,
  ScrollText,
  Settings,
  Shapes,
  ShieldCheck,
  ShoppingBasket,
  Stamp,
  Tags,
  UserRoundCog,
  Users,
  Warehouse,
} from "lucide-react";
import type { ComponentType } from "react";
import { ReviewsCount } from "./reviews/reviews-count.tsx";

export interface Section {
  readonly to:
    | "/staff/security"
    | "/staff/users"
    | "/staff/orders"
    | "/staff/products"
    | "/staff/categories"
    | "/staff/collections"
    | "/staff/product-types"
    | "/staff/brands"
    | "/staff/reviews"
    | "/staff/inventory"
    | "/staff/prices"
    | "/staff/imports"
    | "/staff/settings"
    | "/staff/team"
    | "/staff/api-keys"
    | "/staff/audit";
  readonly label: string;
  readonly about: string;
  readonly needs: PermissionName;
  readonly Icon: LucideIcon;
  /** How much waits there. */
  readonly Count?: ComponentType;
}

export const sections: readonly Section[] = [
  {
    to: "/staff/security",
    label: "Security",
    about: "Failed sign-ins, locks and the sign-in policy",
    needs: "security:read",
    Icon: ShieldCheck,
  },
  {
    to: "/staff/users",
    label: "Users",
    about: "Customers, their devices and their data",
    needs: "users:read",
    Icon: Users,
  },
  {
    to: "/staff/orders",
    label: "Orders",
    about: "Everything that was bought",
    needs: "orders:read",
    Icon: Package,
  },
  {
    to: "/staff/products",
    label: "Products",
    about: "What is sold, its variants, prices and pictures",
    needs: "products:read",
    Icon: ShoppingBasket,
  },
  {
    to: "/staff/categories",
    label: "Categories",
    about: "The shelves of the shop, as a tree",
    needs: "products:read",
    Icon: FolderTree,
  },
  {
    to: "/staff/collections",
    label: "Collections",
    about: "Products put together by hand or by rules",
    needs: "products:read",
    Icon: Shapes,
  },
  {
    to: "/staff/product-types",
    label: "Product types",
    about: "Which attributes products have",
    needs: "products:read",
    Icon: Ruler,
  },
  {
    to: "/staff/brands",
    label: "Brands",
    about: "Who makes what is sold",
    needs: "products:read",
    Icon: Stamp,
  },
  {
    to: "/staff/reviews",
    label: "Reviews",
    about: "What buyers say, and what waits for a verdict",
    needs: "reviews:read",
    Icon: MessageSquareText,
    Count: ReviewsCount,
  },
  {
    to: "/staff/inventory",
    label: "Stock",
    about: "What lies where, what moves, and what is promised",
    needs: "inventory:read",
    Icon: Warehouse,
  },
  {
    to: "/staff/prices",
    label: "Prices",
    about: "Price lists, their groups, and what things cost before",
    needs: "products:read",
    Icon: Tags,
  },
  {
    to: "/staff/imports",
    label: "Imports",
    about: "Products from files and into files",
    needs: "products:read",
    Icon: ArrowDownUp,
  },
  {
    to: "/staff/team",
    label: "Team and roles",
    about: "Who works here, and what they may do",
    needs: "staff:read",
    Icon: UserRoundCog,
  },
  {
    to: "/staff/api-keys",
    label: "API keys",
    about: "Access for programs",
    needs: "api_keys:read",
    Icon: KeyRound,
  },
  {
    to: "/staff/audit",
    label: "Audit trail",
    about: "Who did what, and proof that it was not changed",
    needs: "audit:read",
    Icon: ScrollText,
  },
  {
    to: "/staff/settings",
    label: "Settings",
    about: "Currencies, languages, and what holds for the whole shop",
    needs: "settings:read",
    Icon: Settings,
  },
];
