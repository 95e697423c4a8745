/** Whether shoppers see a collection. */
import type { ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";

export const PublishedBadge = ({ published }: { readonly published: boolean }): ReactNode =>
  published ? <Badge tone="good">In the shop</Badge> : <Badge tone="plain">Hidden</Badge>;
