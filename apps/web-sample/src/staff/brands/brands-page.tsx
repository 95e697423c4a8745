/** Who makes what is sold: one place for each maker's name. */
import type { StaffBrand } from "@souk/client/contracts/brands";
import { useSouk, useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Drawer } from "../../ui/drawer.tsx";
import { toasts } from "../../ui/toast.tsx";
import { useAccess } from "../access.ts";
import { useCatalogueChanged } from "../products/use-catalogue.ts";
import { TranslationsPanel } from "../translations/translations-panel.tsx";
import { CompactButton, CompactLink } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { FilterBar, FilterText } from "../ui/filters.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Thumb } from "../ui/thumb.tsx";
import { usePager } from "../ui/use-pager.ts";
import { BrandForm } from "./brand-form.tsx";

const PAGE_SIZE = 25;

export function StaffBrandsPage(): ReactNode {
  const { can } = useAccess();
  const souk = useSouk();
  const changed = useCatalogueChanged();
  const [q, setQ] = useState<string | undefined>();
  const [opened, setOpened] = useState<StaffBrand | "new" | null>(null);
  const [removing, setRemoving] = useState<StaffBrand | null>(null);
  const pager = usePager(q ?? "");
  const query = useQuery({
    ...useTRPC().products.staff.brands.list.queryOptions({
      q,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  const writes = can("products:write");
  return (
    <>
      <PageHead
        title="Brands"
        windowTitle="All brands"
        actions={
          writes && (
            <CompactButton look="primary" onClick={() => setOpened("new")}>
              <Plus aria-hidden className="size-4" />
              New brand
            </CompactButton>
          )
        }
      />
      <Panel title="Makers of what is sold">
        <FilterBar>
          <FilterText
            label="Search"
            placeholder="How the name begins"
            value={q}
            onChange={setQ}
            className="col-span-2 sm:w-64"
          />
        </FilterBar>
        <PagedTable
          query={query}
          pager={pager}
          caption="Brands"
          empty="No brand matches."
          keyOf={({ id }) => id}
          columns={[
            {
              head: "Brand",
              cell: ({ name, logo_url }) => (
                <div className="flex items-center gap-3">
                  <Thumb picture={logo_url === null ? null : { url: logo_url, alt: "" }} />
                  <span className="font-semibold">{name}</span>
                </div>
              ),
            },
            {
              head: "Products",
              align: "right",
              cell: ({ slug, name, product_count }) => (
                <CompactLink look="quiet" to="/staff/products" search={{ brand: slug }}>
                  {product_count}
                  <span className="sr-only"> of {name}</span>
                </CompactLink>
              ),
            },
            {
              head: "Actions",
              plain: true,
              align: "right",
              cell: (brand) =>
                writes && (
                  <span className="flex justify-end gap-2">
                    <CompactButton onClick={() => setOpened(brand)}>
                      Edit<span className="sr-only"> {brand.name}</span>
                    </CompactButton>
                    <CompactButton
                      look="danger"
                      disabled={brand.product_count > 0}
                      onClick={() => setRemoving(brand)}
                    >
                      Delete<span className="sr-only"> {brand.name}</span>
                    </CompactButton>
                  </span>
                ),
            },
          ]}
        />
      </Panel>
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        title={opened === "new" || opened === null ? "New brand" : opened.name}
      >
        {opened !== null && (
          <div className="grid gap-6">
            <BrandForm
              key={opened === "new" ? "new" : opened.id}
              {...(opened === "new" ? {} : { brand: opened })}
              onSaved={async (brand) => {
                await changed();
                toasts.say(`${brand.name} is saved.`);
                setOpened(null);
              }}
            />
            {opened !== "new" && <TranslationsPanel kind="brand" id={opened.id} narrow />}
          </div>
        )}
      </Drawer>
      <Confirm
        open={removing !== null}
        title={`Delete ${removing?.name ?? "the brand"}?`}
        action="Delete the brand"
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (removing === null) return;
          await souk.products.staff.brands.remove.mutate({ id: removing.id });
          await changed();
        }}
      >
        <p>No product has it. Its page goes with it.</p>
      </Confirm>
    </>
  );
}
