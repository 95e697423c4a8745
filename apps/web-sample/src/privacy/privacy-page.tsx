/** What the shop holds of a person: to take along, and to be rid of. */
import { useSouk } from "@souk/client/react";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { useFresh } from "../authentication/confirm-identity.tsx";
import { Button } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { saveFile } from "../ui/save-file.ts";
import { toasts } from "../ui/toast.tsx";
import { explainFault } from "../ui/use-submission.ts";
import { AccountSection } from "../users/account-section.tsx";
import { useSession } from "../users/session.ts";
import { EraseAccount } from "./erase-account.tsx";

function DownloadButton(): ReactNode {
  const souk = useSouk();
  const fresh = useFresh();
  const download = useMutation({
    mutationFn: () => fresh(() => souk.privacy.exportMine.query()),
    onSuccess: (data) => {
      const day = data.exported_at.slice(0, 10);
      saveFile(`souk-my-data-${day}.json`, JSON.stringify(data, null, 2), "application/json");
      toasts.say("Your data is downloaded.");
    },
    onError: (error) => toasts.say(explainFault(error)),
  });
  return (
    <Button pending={download.isPending} onClick={() => download.mutate()}>
      <Download aria-hidden className="size-4.5" strokeWidth={1.75} />
      Download my data
    </Button>
  );
}

export function PrivacyPage(): ReactNode {
  const { user } = useSession();
  if (!user) return null;
  return (
    <>
      <PageTitle title="Privacy" />
      <h1 className="display-2 mb-8">Privacy</h1>
      <AccountSection
        id="export"
        title="Take your data along"
        intro="All that we hold of you, in one file that people and programs can read: your profile, addresses, orders, choices and sign-ins."
      >
        <DownloadButton />
      </AccountSection>
      <EraseAccount user={user} />
    </>
  );
}
