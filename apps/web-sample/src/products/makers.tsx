/** Who makes what is sold here, by name. */
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useReading } from "../shell/reading.ts";

const SHOWN = 14;

export function Makers(): ReactNode {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.products.facets.queryOptions(useReading()));
  const makers = [...(data?.vendors ?? [])].sort((a, b) => b.count - a.count).slice(0, SHOWN);
  if (makers.length === 0) return null;
  return (
    <section aria-labelledby="makers" className="mt-24 bg-clay-wash md:mt-32">
      <div className="frame py-16 md:py-24">
        <h2 id="makers" className="text-lg font-semibold text-clay-deep">
          The makers
        </h2>
        <ul className="mt-5 flex flex-wrap items-baseline gap-x-6 gap-y-2 md:gap-x-9">
          {makers.map(({ value, label, count }) => (
            <li
              key={value}
              className="font-display text-[clamp(1.6rem,1rem+2.4vw,3rem)] leading-tight tracking-tight"
            >
              <Link
                to="/search"
                search={{ vendor: [value] }}
                className="decoration-2 underline-offset-[0.2em] hover:text-clay hover:underline"
              >
                {label}
              </Link>
              <span className="tabular ml-1.5 font-sans text-sm tracking-normal text-ink-soft">
                <span className="sr-only">, </span>
                {count}
                <span className="sr-only"> products</span>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
