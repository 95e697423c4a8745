/** The pages about prices. */
import type { ReactNode } from "react";
import { useAccess } from "../access.ts";
import { Tab, Tabs } from "../ui/tabs.tsx";

export function PriceTabs(): ReactNode {
  const { can } = useAccess();
  return (
    <Tabs label="Price pages">
      <Tab to="/staff/prices" activeOptions={{ exact: true, includeSearch: false }}>
        Price lists
      </Tab>
      <Tab to="/staff/prices/history" activeOptions={{ includeSearch: false }}>
        History
      </Tab>
      {can("users:read") && <Tab to="/staff/prices/groups">Customer groups</Tab>}
    </Tabs>
  );
}
