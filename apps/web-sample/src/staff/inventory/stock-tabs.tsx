/** The pages about stock. */
import type { ReactNode } from "react";
import { Tab, Tabs } from "../ui/tabs.tsx";

export function StockTabs(): ReactNode {
  return (
    <Tabs label="Stock pages">
      <Tab to="/staff/inventory" activeOptions={{ exact: true, includeSearch: false }}>
        Levels
      </Tab>
      <Tab to="/staff/inventory/transfers" activeOptions={{ includeSearch: false }}>
        Transfers
      </Tab>
      <Tab to="/staff/inventory/holds">Holds</Tab>
      <Tab to="/staff/inventory/bundles">Bundles</Tab>
      <Tab to="/staff/inventory/waiting">Waited for</Tab>
      <Tab to="/staff/inventory/warehouses">Warehouses</Tab>
    </Tabs>
  );
}
