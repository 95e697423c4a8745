/** The mailbox as pages: a list of mails, and one mail with its links, its text and its HTML. */
import type { KeptMail } from "../../adapters/mail/mailbox.ts";
import { escapeHtml, page } from "./page.ts";

const STYLE = "/dev/mailbox/style.css";

export const stylesheet = `
:root { color-scheme: light dark; --line: light-dark(#d9d5cc, #44413b); --soft: light-dark(#6b665c, #a8a297);
  --ground: light-dark(#faf8f4, #1c1b19); --card: light-dark(#fff, #262522); --ink: light-dark(#23211d, #ece8df); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
p { margin: .25rem 0 1rem; }
.soft { color: var(--soft); font-size: .9rem; }
ol { list-style: none; margin: 1.5rem 0; padding: 0; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
li + li { border-top: 1px solid var(--line); }
ol a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .75rem 1rem; color: inherit; text-decoration: none; }
ol a:hover { background: color-mix(in srgb, var(--ink) 5%, transparent); }
a:focus-visible { outline: 2px solid; outline-offset: -2px; }
li strong, li .soft { overflow-wrap: anywhere; }
iframe, pre { width: 100%; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
iframe { height: 32rem; background: #fff; }
pre { padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.links { padding-left: 1.25rem; overflow-wrap: anywhere; }
`;

const time = (mail: KeptMail): string =>
  `<time datetime="${escapeHtml(mail.sent_at)}">${escapeHtml(mail.sent_at.replace("T", " ").slice(0, 19))} UTC</time>`;

export function listPage(mails: readonly KeptMail[]): string {
  const items = mails.map(
    (mail) => `<li><a href="/dev/mailbox/${escapeHtml(mail.id)}">
      <strong>${escapeHtml(mail.subject)}</strong> <span class="soft">${time(mail)}</span>
      <span class="soft">To ${escapeHtml(mail.to)}</span></a></li>`,
  );
  const list = items.length === 0 ? "<p>No mail yet.</p>" : `<ol>${items.join("\n")}</ol>`;
  return page(
    "Mailbox",
    `<h1>Mailbox</h1>
    <p class="soft">Mail that this development server would have sent, newest first. None has left this machine.</p>
    ${list}`,
    STYLE,
  );
}

export function messagePage(mail: KeptMail): string {
  const links = mail.links.map((link) => {
    const href = escapeHtml(link);
    return `<li><a href="${href}" rel="noreferrer">${href}</a></li>`;
  });
  return page(
    mail.subject,
    `<p><a href="/dev/mailbox">All mail</a></p>
    <h1>${escapeHtml(mail.subject)}</h1>
    <p class="soft">To ${escapeHtml(mail.to)}, ${time(mail)}</p>
    ${links.length === 0 ? "" : `<h2>Links</h2><ul class="links">${links.join("\n")}</ul>`}
    <h2>As HTML</h2>
    <iframe title="The mail as HTML" src="/dev/mailbox/${escapeHtml(mail.id)}/body"
      sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>
    <h2>As text</h2>
    <pre>${escapeHtml(mail.text)}</pre>`,
    STYLE,
  );
}
