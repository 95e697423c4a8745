/** One order: by a guest's key to it, or as the customer's own. */

import type { Order } from "@souk/client/contracts/orders";
import { useSouk } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { guestOrders } from "./guest-orders.ts";
import { orderKey } from "./order-key.ts";

export function useOrder(number: string) {
  const souk = useSouk();
  return useQuery({
    queryKey: orderKey(number),
    queryFn: (): Promise<Order> => {
      const accessToken = guestOrders.tokenOf(number);
      return accessToken === undefined
        ? souk.orders.get.query({ number })
        : souk.orders.lookUp.mutate({ number, access_token: accessToken });
    },
  });
}
