/** React's door to the client: one provider, typed query options, and sensible defaults. */
import type { AppRouter } from "@souk/api";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createTRPCContext,
  createTRPCOptionsProxy,
  type TRPCOptionsProxy,
} from "@trpc/tanstack-react-query";
import type { ReactNode } from "react";
import type { SoukApi, SoukClient } from "./client.ts";
import { errorStatus } from "./errors.ts";

export type SoukQueries = TRPCOptionsProxy<AppRouter>;

const context: ReturnType<typeof createTRPCContext<AppRouter>> = createTRPCContext<AppRouter>();
const { TRPCProvider } = context;

/** Typed query and mutation options of each procedure: `trpc.products.get.queryOptions({ id })`. */
export const useTRPC: () => SoukQueries = context.useTRPC;

/** The client itself, for calls that are not a query's: `souk.orders.place.mutate(...)`. */
export const useSouk: () => SoukApi = context.useTRPCClient;

const STALE_MS = 30_000;
const MAX_RETRIES = 2;

/** Asking again cannot change a refusal; it can outlive a fault. */
export function shouldRetry(failures: number, error: unknown): boolean {
  const status = errorStatus(error);
  const refused = status !== null && status < 500;
  return !refused && failures < MAX_RETRIES;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: STALE_MS, retry: shouldRetry },
      mutations: { retry: false },
    },
  });
}

/** The same query options outside of components, as route loaders need them. */
export function createSoukQueries(souk: SoukClient, queryClient: QueryClient): SoukQueries {
  return createTRPCOptionsProxy<AppRouter>({ client: souk.api, queryClient });
}

export interface SoukProviderProps {
  readonly souk: SoukClient;
  readonly queryClient: QueryClient;
  readonly children: ReactNode;
}

export function SoukProvider({ souk, queryClient, children }: SoukProviderProps): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={souk.api} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
