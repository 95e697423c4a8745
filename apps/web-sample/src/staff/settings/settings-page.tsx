/** The shop's own settings: currencies, languages, stock, reviews. */
import { type Settings, UpdateSettingsInput } from "@souk/client/contracts/stores";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { CheckField, TextField } from "../../ui/form.tsx";
import { typed } from "../../ui/use-submission.ts";
import { useAccess } from "../access.ts";
import { ActForm, numberTyped } from "../ui/act-form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Facts, PageHead, Panel } from "../ui/panel.tsx";

interface SettingsProps {
  readonly settings: Settings;
}

function Fixed({ settings }: SettingsProps): ReactNode {
  const { data: store } = useQuery(useTRPC().stores.current.queryOptions());
  return (
    <Panel title="For good" intro="These were decided when the shop was opened.">
      <Facts
        items={[
          ["Name", store?.name ?? "…"],
          ["Currency", `${settings.currency}: carts and orders are in it`],
          ["Language", settings.default_locale],
          ["Prices", settings.prices_include_tax ? "Include tax" : "Do not include tax"],
          ["Ships to", store?.shipping_countries.join(", ") ?? "…"],
        ]}
      />
      <p className="mt-4 text-sm text-ink-soft">{settings.prices_include_tax_reason}</p>
    </Panel>
  );
}

/** Codes as people write them in one line, parted by spaces or commas. */
const codesTyped = (form: FormData, name: string): string[] =>
  typed(form, name)
    ?.split(/[\s,;]+/)
    .filter(Boolean) ?? [];

function Changeable({ settings }: SettingsProps): ReactNode {
  const souk = useSouk();
  const trpc = useTRPC();
  const cache = useQueryClient();
  return (
    <ActForm
      label="Settings"
      action="Save the settings"
      contract={UpdateSettingsInput}
      read={(form) => ({
        currencies: codesTyped(form, "currencies").map((code) => code.toUpperCase()),
        locales: codesTyped(form, "locales"),
        low_stock_threshold: numberTyped(form, "low_stock_threshold"),
        moderates_reviews: form.get("moderates_reviews") === "on",
      })}
      run={(input) => souk.stores.updateSettings.mutate(input)}
      said="The settings are saved."
      changed={() => cache.invalidateQueries({ queryKey: trpc.stores.pathKey() })}
      onDone={null}
    >
      <TextField
        name="currencies"
        label="Other currencies"
        defaultValue={settings.currencies.join(" ")}
        hint="Prices may be set in these, too, such as USD GBP. One that anything is priced in stays."
      />
      <TextField
        name="locales"
        label="Other languages"
        defaultValue={settings.locales.join(" ")}
        hint="The catalogue is translated to these, such as fr de pt-BR."
      />
      <TextField
        name="low_stock_threshold"
        label="Low stock below"
        required
        inputMode="numeric"
        defaultValue={settings.low_stock_threshold}
        hint="Units on the shelf, unless a variant has a number of its own."
      />
      <CheckField
        name="moderates_reviews"
        label="Reviews wait for staff before they are shown"
        defaultChecked={settings.moderates_reviews}
      />
    </ActForm>
  );
}

function Readable({ settings }: SettingsProps): ReactNode {
  return (
    <Facts
      items={[
        ["Other currencies", settings.currencies.join(", ") || "None"],
        ["Other languages", settings.locales.join(", ") || "None"],
        ["Low stock below", settings.low_stock_threshold],
        ["Reviews", settings.moderates_reviews ? "Wait for staff" : "Are shown at once"],
      ]}
    />
  );
}

export function StaffSettingsPage(): ReactNode {
  const { can } = useAccess();
  const settings = useQuery(useTRPC().stores.settings.queryOptions());
  return (
    <>
      <PageHead
        title="Settings"
        windowTitle="Store settings"
        intro="What holds for the whole shop."
      />
      <Loaded query={settings} label="The settings are loading">
        {(found) => (
          <div className="grid items-start gap-5 xl:grid-cols-2">
            <Panel title="To change">
              {can("settings:write") ? (
                <Changeable settings={found} />
              ) : (
                <Readable settings={found} />
              )}
            </Panel>
            <Fixed settings={found} />
          </div>
        )}
      </Loaded>
    </>
  );
}
