/** Choosing, counting, and putting it into the cart. */
import { errorReason, errorStatus } from "@souk/client";
import type { Product, Variant } from "@souk/client/contracts/products";
import { useTRPC } from "@souk/client/react";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { miniCart } from "../cart/mini-cart-state.ts";
import { useAddLine } from "../cart/use-cart.ts";
import { BackInStock } from "../inventory/back-in-stock.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { QuantityStepper } from "../ui/quantity-stepper.tsx";
import { explainFault } from "../ui/use-submission.ts";
import { ShipsLater, StockMessage } from "./stock-message.tsx";
import { isBuyable } from "./variant-choice.ts";
import { VariantPicker } from "./variant-picker.tsx";
import { VariantPrice } from "./variant-price.tsx";

const MAX_QUANTITY = 999;

interface BuyBoxProps {
  readonly product: Product;
  readonly variant: Variant;
  readonly onChoose: (variant: Variant) => void;
}

const addWords = ({ stock }: Variant): string => {
  if (stock.status === "preorder") return "Pre-order";
  return stock.status === "backorder" ? "Back-order" : "Add to cart";
};

interface AddToCartProps extends Omit<BuyBoxProps, "onChoose"> {
  readonly quantity: number;
  readonly onCount: (quantity: number) => void;
}

function AddToCart({ product, variant, quantity, onCount }: AddToCartProps): ReactNode {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const add = useAddLine();
  const { reset } = add;
  useEffect(reset, [variant.id]);

  const buyable = isBuyable(variant);
  const addToCart = (): void =>
    add.mutate(
      { variant_id: variant.id, quantity },
      {
        onSuccess: () => miniCart.set({ added: product.title }),
        onError: (error) => {
          const stale = errorStatus(error) === 409 || errorReason(error) === "variant_not_found";
          if (stale) void cache.invalidateQueries({ queryKey: trpc.products.get.queryKey() });
        },
      },
    );

  return (
    <div className="grid gap-4">
      {add.isError && (
        <Notice tone="alarm">
          <p>{explainFault(add.error)}</p>
        </Notice>
      )}
      <div className="flex items-start gap-3">
        {buyable && (
          <QuantityStepper
            value={quantity}
            max={variant.stock.available ?? MAX_QUANTITY}
            onChange={onCount}
            label="Quantity"
          />
        )}
        <Button className="flex-1" pending={add.isPending} disabled={!buyable} onClick={addToCart}>
          {buyable ? addWords(variant) : "Sold out"}
        </Button>
      </div>
      {variant.stock.on_shelf !== 0 && <ShipsLater stock={variant.stock} quantity={quantity} />}
    </div>
  );
}

export function BuyBox({ product, variant, onChoose }: BuyBoxProps): ReactNode {
  const [quantity, setQuantity] = useState(1);
  useEffect(() => setQuantity(1), [variant.id]);
  return (
    <div className="grid gap-7">
      <VariantPrice variant={variant} quantity={quantity} />
      <VariantPicker product={product} variant={variant} onChoose={onChoose} />
      <StockMessage stock={variant.stock} />
      <AddToCart product={product} variant={variant} quantity={quantity} onCount={setQuantity} />
      {!isBuyable(variant) && <BackInStock key={variant.id} variant={variant} />}
    </div>
  );
}
