/** Descriptions come from people and from imports: only harmless markup is stored. */
import sanitizeHtml from "sanitize-html";

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...["p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li"],
    ...["strong", "b", "em", "i", "u", "s", "sub", "sup", "code", "pre", "a", "img"],
    ...["table", "thead", "tbody", "tr", "th", "td"],
  ],
  allowedAttributes: { a: ["href", "title", "rel"], img: ["src", "alt"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesByTag: { img: ["http", "https"] },
  allowProtocolRelative: false,
  transformTags: {
    // The page has a heading of the first rank: the product's title.
    h1: "h2",
    a: sanitizeHtml.simpleTransform("a", { rel: "noopener nofollow" }),
  },
};

export const sanitised = (html: string): string =>
  sanitizeHtml(withoutControlCharacters(html), allowed).trim();

// PostgreSQL stores no NUL, and no other control character belongs into a text.
const withoutControlCharacters = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]/gu, "");

/** Its words, for search and for previews. */
export const plainText = (html: string): string =>
  sanitizeHtml(html.replaceAll("<", " <"), { allowedTags: [], allowedAttributes: {} })
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
