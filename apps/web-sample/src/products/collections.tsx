/** What the shop has put together, each with a look inside. */
import type { Collection } from "@souk/client/contracts/collections";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { localeOf, useReading } from "../shell/reading.ts";
import { Picture } from "../ui/picture.tsx";

const SHOWN = 3;
const LOOK_INSIDE = 3;

/** Its own picture, or the first things that are in it. */
function Cover({ collection }: { readonly collection: Collection }): ReactNode {
  const reading = useReading();
  const { data } = useQuery(
    useTRPC().products.list.queryOptions(
      { collection: collection.slug, limit: LOOK_INSIDE, ...reading },
      { enabled: collection.picture === null },
    ),
  );
  if (collection.picture) {
    return <Picture picture={collection.picture} decorative className="!aspect-[3/2]" />;
  }
  const pictures = (data?.items ?? []).map(({ id, picture }) => ({ id, picture }));
  return (
    <div className="grid aspect-[3/2] grid-cols-[2fr_1fr] grid-rows-2 gap-1 bg-paper-sunk *:first:row-span-2">
      {pictures.map(({ id, picture }) => (
        <Picture key={id} picture={picture} decorative className="!aspect-auto h-full min-h-0" />
      ))}
    </div>
  );
}

export function Collections(): ReactNode {
  const locale = localeOf(useReading());
  const { data } = useQuery(useTRPC().products.collections.list.queryOptions(locale));
  const collections = (data?.items ?? []).slice(0, SHOWN);
  if (collections.length === 0) return null;
  return (
    <section aria-labelledby="collections" className="frame mt-20 md:mt-28">
      <h2 id="collections" className="display-2 mb-8 md:mb-12">
        Put together by us
      </h2>
      <ul className="grid gap-x-6 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
        {collections.map((collection) => (
          <li key={collection.slug}>
            <Link
              to="/collections/$slug"
              params={{ slug: collection.slug }}
              className="group block"
            >
              <div className="overflow-hidden rounded-xl">
                <Cover collection={collection} />
              </div>
              <p className="mt-4 font-display text-2xl leading-tight decoration-1 underline-offset-4 group-hover:underline">
                {collection.name}
              </p>
              {collection.description && (
                <p className="mt-1 text-ink-soft">{collection.description}</p>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
