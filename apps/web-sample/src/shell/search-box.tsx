/** Search, on every page: a box that completes what is being typed. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Search } from "lucide-react";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { type Suggestion, useSuggestions } from "./search-suggestions.ts";
import { SuggestionList } from "./suggestion-list.tsx";

export function SearchBox(): ReactNode {
  const navigate = useNavigate();
  const { q } = useSearch({ strict: false });
  const [words, setWords] = useState(q ?? "");
  const [open, setOpen] = useState(false);
  /** The suggestion that Enter would take; -1 is what was typed. */
  const [chosen, setChosen] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const { suggestions, correctedTo } = useSuggestions(words, open);
  const shown = open && suggestions.length > 0;
  useEffect(() => setWords(q ?? ""), [q]);

  const close = (): void => {
    setOpen(false);
    setChosen(-1);
  };
  const take = ({ kind, slug }: Suggestion): void => {
    close();
    input.current?.blur();
    if (kind === "product") void navigate({ to: "/p/$slug", params: { slug } });
    else void navigate({ to: "/c/$slug", params: { slug }, search: {} });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const suggestion = shown ? suggestions[chosen] : undefined;
    if (suggestion !== undefined) {
      take(suggestion);
      return;
    }
    const text = words.trim();
    close();
    if (text !== "") void navigate({ to: "/search", search: { q: text } });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && shown) {
      event.preventDefault();
      close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !shown) return;
    event.preventDefault();
    // What was typed is one of the stops on the way round.
    const stops = suggestions.length + 1;
    setChosen((at) => ((at + 1 + step + stops) % stops) - 1);
  };

  return (
    <search>
      <form
        onSubmit={submit}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) close();
        }}
        className="relative mx-auto w-full max-w-2xl"
      >
        <input
          ref={input}
          type="search"
          name="q"
          role="combobox"
          aria-label="Search the shop"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={listId}
          aria-activedescendant={shown && chosen >= 0 ? `${listId}-${chosen}` : undefined}
          placeholder="Search for mugs, throws, olive oil…"
          autoComplete="off"
          maxLength={100}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setChosen(-1);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
          className="h-11 w-full appearance-none rounded-full border border-line bg-paper-raised pr-12 pl-5 text-base [&::-webkit-search-cancel-button]:hidden transition-colors placeholder:text-ink-soft hover:border-line-strong focus:border-clay focus:ring-3 focus:ring-clay/20 focus:outline-none lg:h-12"
        />
        <button
          type="submit"
          aria-label="Search"
          className="absolute inset-y-0 right-0 flex w-12 items-center justify-center rounded-full text-ink-soft hover:text-clay"
        >
          <Search aria-hidden className="size-5" />
        </button>
        <SuggestionList
          id={listId}
          shown={shown}
          suggestions={suggestions}
          correctedTo={correctedTo}
          chosen={chosen}
          onTake={take}
        />
      </form>
    </search>
  );
}
