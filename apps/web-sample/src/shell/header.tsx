/** The head of every page: the shop's name, search, account, cart, departments. */
import { Link } from "@tanstack/react-router";
import { Menu, User } from "lucide-react";
import { type ReactNode, useState } from "react";
import { CartButton } from "../cart/cart-button.tsx";
import { ArchMark } from "../ui/arch.tsx";
import { IconButton } from "../ui/button.tsx";
import { useSession } from "../users/session.ts";
import { DepartmentNav } from "./department-nav.tsx";
import { MobileMenu } from "./mobile-menu.tsx";
import { SearchBox } from "./search-box.tsx";

function Logo(): ReactNode {
  return (
    <Link to="/" aria-label="Souk, home" className="flex items-center gap-2.5">
      <ArchMark className="size-8" />
      <span className="font-display text-[1.75rem] leading-none font-[560] tracking-tight">
        Souk
      </span>
    </Link>
  );
}

function AccountLink(): ReactNode {
  const { user } = useSession();
  const label = user ? user.first_name : "Sign in";
  const className =
    "inline-flex h-11 min-w-11 items-center justify-center gap-2 rounded-full px-2.5 text-[0.95rem] font-medium hover:bg-paper-sunk lg:px-4";
  const content = (
    <>
      <User aria-hidden className="size-[1.35rem]" strokeWidth={1.75} />
      <span className="sr-only max-w-32 truncate lg:not-sr-only">{label}</span>
    </>
  );
  return user ? (
    <Link to="/account" className={className}>
      {content}
    </Link>
  ) : (
    <Link to="/sign-in" className={className}>
      {content}
    </Link>
  );
}

export function Header(): ReactNode {
  const [menuOpen, setMenuOpen] = useState(false);
  return (
    <header className="relative z-30 border-b border-line bg-paper">
      <div className="frame grid grid-cols-[1fr_auto_1fr] items-center gap-x-4 gap-y-2 pt-3 pb-3 lg:grid-cols-[auto_1fr_auto] lg:gap-x-12 lg:pt-5 lg:pb-4">
        <IconButton
          label="Menu"
          aria-haspopup="dialog"
          onClick={() => setMenuOpen(true)}
          className="-ml-2.5 lg:hidden"
        >
          <Menu aria-hidden className="size-6" strokeWidth={1.75} />
        </IconButton>
        <Logo />
        <div className="order-last col-span-3 lg:order-none lg:col-span-1">
          <SearchBox />
        </div>
        <div className="-mr-2.5 flex items-center justify-self-end lg:gap-1">
          <AccountLink />
          <CartButton />
        </div>
      </div>
      <DepartmentNav />
      <MobileMenu open={menuOpen} onClose={() => setMenuOpen(false)} />
    </header>
  );
}
