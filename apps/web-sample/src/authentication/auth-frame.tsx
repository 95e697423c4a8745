/** The quiet page that all forms about accounts stand on: a card under an arch. */
import type { ReactNode } from "react";
import { ArchMark } from "../ui/arch.tsx";
import { PageTitle } from "../ui/page-title.tsx";

interface AuthFrameProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
}

export function AuthFrame({ title, intro, children }: AuthFrameProps): ReactNode {
  return (
    <div className="frame flex justify-center pt-10 md:pt-16">
      <PageTitle title={title} />
      <div className="w-full max-w-lg rounded-t-[12rem] rounded-b-2xl bg-paper-raised px-6 pt-14 pb-8 shadow-lift sm:px-12 sm:pb-12">
        <ArchMark className="mx-auto size-11" />
        <h1 className="display-2 mt-6 text-center">{title}</h1>
        {intro && <div className="mt-3 text-center text-ink-soft">{intro}</div>}
        <div className="mt-8">{children}</div>
      </div>
    </div>
  );
}
