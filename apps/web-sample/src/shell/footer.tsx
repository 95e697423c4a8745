/** The foot of every page, below the arcade. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Arcade } from "../ui/arch.tsx";
import { useMenuDepartments } from "./departments.ts";
import { ReadingChoice } from "./reading-choice.tsx";

function Column({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h2 className="font-sans text-sm font-semibold text-paper/70">{title}</h2>
      <ul className="mt-3 space-y-1">{children}</ul>
    </div>
  );
}

const linkClass = "inline-flex min-h-9 items-center hover:underline underline-offset-4";

export function Footer(): ReactNode {
  const { shown, hasMore } = useMenuDepartments();
  return (
    <footer className="mt-24 text-ink md:mt-32">
      <Arcade className="text-ink" />
      <div className="bg-ink text-paper">
        <div className="frame grid grid-cols-2 gap-10 pt-12 pb-12 md:grid-cols-[1.6fr_1fr_1fr_1fr] md:pt-16">
          <div className="col-span-2 md:col-span-1">
            <p className="display-2 max-w-[11ch]">Things with a maker behind them.</p>
          </div>
          <Column title="Departments">
            {shown.map(({ slug, name }) => (
              <li key={slug}>
                <Link to="/c/$slug" params={{ slug }} className={linkClass}>
                  {name}
                </Link>
              </li>
            ))}
            {hasMore && (
              <li>
                <Link to="/departments" className={linkClass}>
                  All departments
                </Link>
              </li>
            )}
          </Column>
          <Column title="Your account">
            <li>
              <Link to="/account" className={linkClass}>
                Overview
              </Link>
            </li>
            <li>
              <Link to="/account/orders" className={linkClass}>
                Orders
              </Link>
            </li>
            <li>
              <Link to="/cart" className={linkClass}>
                Cart
              </Link>
            </li>
          </Column>
          <Column title="For developers">
            <li>
              <a href="/api/docs/" className={linkClass}>
                API reference
              </a>
            </li>
          </Column>
        </div>
        <div className="frame pb-8">
          <ReadingChoice />
        </div>
        <div className="frame">
          <p className="border-t border-paper/15 py-6 text-sm text-paper/70">
            Souk is a sample shop. Nothing is charged and nothing is sent.
          </p>
        </div>
      </div>
    </footer>
  );
}
