/** A product that is not there yet. */
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { toasts } from "../../ui/toast.tsx";
import { BackLink } from "../ui/back-link.tsx";
import { PageHead } from "../ui/panel.tsx";
import { ProductForm } from "./product-form.tsx";
import { useCatalogueChanged, useCurrencies } from "./use-catalogue.ts";

export function StaffNewProductPage(): ReactNode {
  const currencies = useCurrencies();
  const changed = useCatalogueChanged();
  const navigate = useNavigate();
  return (
    <>
      <BackLink to="/staff/products">All products</BackLink>
      <PageHead title="New product" />
      {currencies === null ? (
        <Loading label="The form is loading">
          <Skeleton className="h-96 w-full" />
        </Loading>
      ) : (
        <ProductForm
          currency={currencies.own}
          others={currencies.others}
          onSaved={async ({ id, title }) => {
            await changed();
            toasts.say(`${title} is saved.`);
            await navigate({ to: "/staff/products/$id", params: { id }, replace: true });
          }}
        />
      )}
    </>
  );
}
