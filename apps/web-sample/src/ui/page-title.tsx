/** Names the page: in the window's title, and out loud after a change of page. */
import { type ReactNode, useEffect } from "react";

export function PageTitle({ title }: { readonly title: string }): ReactNode {
  useEffect(() => {
    document.title = title === "Souk" ? title : `${title} · Souk`;
    const announcer = document.getElementById("page-announcer");
    if (announcer) announcer.textContent = document.title;
  }, [title]);
  return null;
}
