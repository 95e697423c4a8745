/** Every department, of a shop that has more than its menus hold. */
import type { ReactNode } from "react";
import { PageTitle } from "../ui/page-title.tsx";
import { Doors } from "./department-tiles.tsx";

export function DepartmentsPage(): ReactNode {
  return (
    <div className="frame pt-8 md:pt-12">
      <PageTitle title="All departments" />
      <h1 className="display-2 mb-8 md:mb-12">All departments</h1>
      <Doors />
    </div>
  );
}
