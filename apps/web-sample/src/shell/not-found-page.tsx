/** An address that leads nowhere. */
import type { ReactNode } from "react";
import { ButtonLink } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";

interface NotFoundPageProps {
  readonly what?: string;
}

export function NotFound({ what = "page" }: NotFoundPageProps): ReactNode {
  return (
    <div className="frame flex flex-col items-center py-20 text-center md:py-28">
      <PageTitle title="Not found" />
      <div aria-hidden="true" className="mb-10 flex items-end gap-3">
        <div className="arch h-24 w-16 bg-saffron" />
        <div className="arch flex h-36 w-24 items-end justify-center bg-clay pb-6 font-display text-4xl text-paper">
          404
        </div>
        <div className="arch h-24 w-16 bg-leaf" />
      </div>
      <h1 className="display-2">This stall is empty</h1>
      <p className="mt-4 max-w-md text-ink-soft">
        There is no such {what} here. It may have moved, or its last piece may have been sold.
      </p>
      <div className="mt-8 flex flex-wrap justify-center gap-3">
        <ButtonLink to="/">Back to the shop</ButtonLink>
        <ButtonLink to="/search" look="secondary">
          See everything
        </ButtonLink>
      </div>
    </div>
  );
}

export function NotFoundPage(): ReactNode {
  return <NotFound />;
}
