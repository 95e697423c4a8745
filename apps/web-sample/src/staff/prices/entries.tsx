/** The prices of one list, beside what everybody pays. */
import { toDecimalString, toMinorUnits } from "@souk/client";
import {
  type PriceList,
  type PriceListEntry,
  SetEntriesInput,
} from "@souk/client/contracts/prices";
import { useSouk, useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Drawer } from "../../ui/drawer.tsx";
import { TextField } from "../../ui/form.tsx";
import { Price } from "../../ui/price.tsx";
import { toasts } from "../../ui/toast.tsx";
import { typed } from "../../ui/use-submission.ts";
import { useAccess } from "../access.ts";
import { variantName } from "../inventory/words.ts";
import { ActForm } from "../ui/act-form.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import type { Column } from "../ui/data-table.tsx";
import { FilterBar, FilterText } from "../ui/filters.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { Panel } from "../ui/panel.tsx";
import { usePager } from "../ui/use-pager.ts";
import { AddEntries } from "./add-entries.tsx";
import { amountMeant, priceExample } from "./entry-amount.ts";
import { usePricesChanged } from "./use-prices.ts";

const PAGE_SIZE = 25;

const nameOf = ({ product_title, variant_title }: PriceListEntry): string =>
  variantName({ product_title, title: variant_title });

function Difference({ price, base_price }: PriceListEntry): ReactNode {
  if (base_price === null || base_price.amount === 0) return "–";
  const percent = Math.round((price.amount * 1000) / base_price.amount - 1000) / 10;
  if (percent === 0) return "None";
  return percent < 0 ? `−${-percent} %` : `+${percent} %`;
}

const columns: readonly Column<PriceListEntry>[] = [
  {
    head: "Variant",
    cell: (entry) => (
      <>
        <span className="font-semibold">{nameOf(entry)}</span>
        <span className="block text-ink-soft">{entry.sku ?? "No SKU"}</span>
      </>
    ),
  },
  { head: "From units", align: "right", cell: ({ min_quantity }) => min_quantity },
  {
    head: "Price",
    align: "right",
    cell: ({ price }) => <Price money={price} className="font-semibold" />,
  },
  {
    head: "Everybody pays",
    align: "right",
    cell: ({ base_price }) => (base_price ? <Price money={base_price} /> : "Not sold"),
  },
  { head: "Difference", align: "right", cell: (entry) => <Difference {...entry} /> },
];

interface EntryFormProps {
  readonly list: PriceList;
  readonly entry: PriceListEntry;
  readonly onDone: () => void;
}

function EntryForm({ list, entry, onDone }: EntryFormProps): ReactNode {
  const souk = useSouk();
  const { variant_id, min_quantity, price } = entry;
  const { currency } = list;
  return (
    <ActForm
      label="Price"
      action="Save the price"
      contract={SetEntriesInput}
      place={() => "price"}
      check={(form) =>
        toMinorUnits(typed(form, "price") ?? "", currency) === null
          ? { price: [`Enter a price such as ${priceExample(currency)}.`] }
          : {}
      }
      read={(form) => {
        const meant = { price: typed(form, "price"), percent: undefined };
        const amount = amountMeant(meant, { base: null, currency }) ?? Number.NaN;
        return { id: list.id, entries: [{ variant_id, min_quantity, amount }] };
      }}
      run={(input) => souk.prices.setEntries.mutate(input)}
      said="The price is saved."
      changed={usePricesChanged()}
      onDone={onDone}
    >
      <TextField
        name="price"
        label={`Price in ${currency}`}
        required
        inputMode="decimal"
        defaultValue={toDecimalString(price)}
        hint={`Of each, from ${min_quantity} on.`}
      />
    </ActForm>
  );
}

export function Entries({ list }: { readonly list: PriceList }): ReactNode {
  const souk = useSouk();
  const { can } = useAccess();
  const [asked, setAsked] = useState<PriceListEntry | "new" | null>(null);
  const [doomed, setDoomed] = useState<PriceListEntry | null>(null);
  const changed = usePricesChanged();
  const close = (): void => setAsked(null);
  const [words, setWords] = useState<string>();
  const pager = usePager(`${list.id} ${words ?? ""}`);
  const query = useQuery({
    ...useTRPC().prices.entries.queryOptions({
      id: list.id,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
      q: words,
    }),
    placeholderData: keepPreviousData,
  });
  const writes = can("products:write");
  const action: Column<PriceListEntry> = {
    head: "Actions",
    plain: true,
    align: "right",
    cell: (entry) => {
      const which = ` ${nameOf(entry)} from ${entry.min_quantity} on`;
      return (
        <span className="flex flex-wrap gap-2 md:justify-end">
          <CompactButton onClick={() => setAsked(entry)}>
            Edit<span className="sr-only">{which}</span>
          </CompactButton>
          <CompactButton look="danger" onClick={() => setDoomed(entry)}>
            Remove<span className="sr-only">{which}</span>
          </CompactButton>
        </span>
      );
    },
  };
  return (
    <Panel
      title="Prices"
      actions={
        writes && (
          <CompactButton look="primary" onClick={() => setAsked("new")}>
            <Plus aria-hidden className="size-4" />
            Add prices
          </CompactButton>
        )
      }
    >
      <FilterBar>
        <FilterText
          label="Search"
          value={words}
          onChange={setWords}
          placeholder="Words of a product, or a SKU"
          className="col-span-2 sm:w-72"
        />
      </FilterBar>
      <PagedTable
        caption="Prices of the list"
        query={query}
        pager={pager}
        columns={writes ? [...columns, action] : columns}
        keyOf={({ id }) => id}
        empty={
          words ? "No price on this list is of such a product." : "No price is on this list yet."
        }
      />
      <Drawer
        open={asked !== null}
        onClose={close}
        title={asked === "new" || asked === null ? "Add prices" : nameOf(asked)}
      >
        {asked === "new" && <AddEntries list={list} onDone={close} />}
        {asked !== null && asked !== "new" && (
          <EntryForm list={list} entry={asked} onDone={close} />
        )}
      </Drawer>
      <Confirm
        open={doomed !== null}
        onClose={() => setDoomed(null)}
        title={doomed ? `Take ${nameOf(doomed)} off the list?` : "Take it off the list?"}
        action="Remove the price"
        onConfirm={async () => {
          if (doomed === null) return;
          const { variant_id, min_quantity } = doomed;
          await souk.prices.setEntries.mutate({
            id: list.id,
            entries: [{ variant_id, min_quantity, amount: null }],
          });
          toasts.say(`${nameOf(doomed)} is off the list.`);
          await changed();
        }}
      >
        {doomed && (
          <p>
            It costs <Price money={doomed.price} /> from {doomed.min_quantity} on. Then what
            everybody pays holds again, or another list.
          </p>
        )}
      </Confirm>
    </Panel>
  );
}
