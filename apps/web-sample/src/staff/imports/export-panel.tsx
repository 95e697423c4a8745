/** All products as a file. */

import type { SoukApi } from "@souk/client";
import { ExportFormat } from "@souk/client/contracts/imports";
import { useSouk } from "@souk/client/react";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { saveFile } from "../../ui/save-file.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { Panel } from "../ui/panel.tsx";
import { useAct } from "../ui/use-act.ts";
import { exports, formatWords } from "./words.ts";

/** Part by part: the parts one behind the other are the whole. */
async function wholeFile(souk: SoukApi, format: ExportFormat): Promise<string> {
  const parts: string[] = [];
  let cursor: string | undefined;
  do {
    const { text, next_cursor } = await souk.imports.export.query({ format, cursor });
    parts.push(text);
    cursor = next_cursor ?? undefined;
  } while (cursor !== undefined);
  return parts.join("");
}

export function ExportPanel(): ReactNode {
  const souk = useSouk();
  const give = useAct({
    run: async (format: ExportFormat) => {
      const { file, type } = exports[format];
      saveFile(file, await wholeFile(souk, format), type);
      return file;
    },
    say: (file) => `${file} is yours.`,
    changed: async () => undefined,
  });
  return (
    <Panel title="Export" intro="All products, with drafts. Imported again, nothing changes.">
      <div className="flex flex-wrap gap-2">
        {ExportFormat.options.map((format) => (
          <CompactButton
            key={format}
            pending={give.isPending && give.variables === format}
            onClick={() => give.mutate(format)}
          >
            <Download aria-hidden className="size-4" />
            {formatWords[format]}
          </CompactButton>
        ))}
      </div>
    </Panel>
  );
}
