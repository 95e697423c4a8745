/** The first thing one sees: a promise, and three arches of the arcade with something in each. */
import type { ProductSummary } from "@souk/client/contracts/products";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ButtonLink } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Picture } from "../ui/picture.tsx";

// The middle bay is the gate: taller, and nearer.
const bays = [
  "mt-[22%] [animation-delay:120ms]",
  "[animation-delay:0ms]",
  "mt-[34%] [animation-delay:240ms]",
] as const;

interface HeroProps {
  readonly products: readonly ProductSummary[];
}

function Bay({ product, place }: { product: ProductSummary | undefined; place: string }) {
  const className = cx("arch rise group block aspect-[5/8] bg-paper-sunk", place);
  if (!product) return <div className={className} />;
  return (
    <Link
      to="/p/$slug"
      params={{ slug: product.slug }}
      aria-label={product.title}
      className={className}
    >
      <Picture
        picture={product.picture}
        decorative
        eager
        className="aspect-auto h-full transition-transform duration-1000 ease-out-soft group-hover:scale-105"
      />
    </Link>
  );
}

export function Hero({ products }: HeroProps): ReactNode {
  return (
    <section
      aria-labelledby="hero"
      className="frame grid items-center gap-x-16 gap-y-10 pt-10 md:pt-14 lg:grid-cols-[1fr_1.05fr] lg:pt-16"
    >
      <div>
        <h1 id="hero" className="display-1">
          Made by <em className="font-[380] text-clay">someone,</em>
          <br />
          not by anyone.
        </h1>
        <p className="mt-6 max-w-[34ch] text-lg text-ink-soft md:text-xl">
          Ceramics, textiles, lamps and good things to eat, straight from the people who make them.
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          <ButtonLink to="/search">Browse the souk</ButtonLink>
          <a
            href="#departments"
            className="inline-flex min-h-12 items-center px-4 font-semibold underline decoration-clay/50 underline-offset-8 hover:decoration-clay"
          >
            By department
          </a>
        </div>
      </div>
      <div className="grid grid-cols-3 items-start gap-3 sm:gap-5">
        {bays.map((place, index) => (
          <Bay key={place} place={place} product={products[index]} />
        ))}
      </div>
    </section>
  );
}
