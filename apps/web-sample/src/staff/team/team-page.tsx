/** Who works here, and what each role permits. */
import type { ReactNode } from "react";
import { PageHead } from "../ui/panel.tsx";
import { Members } from "./members.tsx";
import { Roles } from "./roles.tsx";

export function StaffTeamPage(): ReactNode {
  return (
    <>
      <PageHead title="Team and roles" intro="Who works here, and what each role permits." />
      <div className="grid gap-5">
        <Members />
        <Roles />
      </div>
    </>
  );
}
