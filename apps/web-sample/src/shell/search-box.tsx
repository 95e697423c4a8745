/** Search, on every page. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";

export function SearchBox(): ReactNode {
  const navigate = useNavigate();
  const { q } = useSearch({ strict: false });
  const [words, setWords] = useState(q ?? "");
  useEffect(() => setWords(q ?? ""), [q]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = words.trim();
    if (text !== "") void navigate({ to: "/search", search: { q: text } });
  };

  return (
    <search>
      <form onSubmit={submit} className="relative mx-auto w-full max-w-2xl">
        <input
          type="search"
          name="q"
          aria-label="Search the shop"
          placeholder="Search for mugs, throws, olive oil…"
          autoComplete="off"
          maxLength={100}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="h-11 w-full rounded-full border border-line bg-paper-raised pr-12 pl-5 text-base transition-colors placeholder:text-ink-soft hover:border-line-strong focus:border-clay focus:ring-3 focus:ring-clay/20 focus:outline-none lg:h-12"
        />
        <button
          type="submit"
          aria-label="Search"
          className="absolute inset-y-0 right-0 flex w-12 items-center justify-center rounded-full text-ink-soft hover:text-clay"
        >
          <Search aria-hidden className="size-5" />
        </button>
      </form>
    </search>
  );
}
