/** The search engine beside the database, read from SEARCH_URL. */

export interface SearchConfig {
  readonly kind: "elasticsearch" | "opensearch";
  /** http:// or https://, without credentials. */
  readonly node: string;
  readonly auth: { readonly username: string; readonly password: string } | null;
}

const SCHEME = /^(elasticsearch|opensearch)(s?):\/\//;

/** What is wrong with the text, or null. */
export function problemOfSearchUrl(text: string): string | null {
  const url = URL.parse(text.replace(SCHEME, "http$2://"));
  if (!SCHEME.test(text) || url === null || /[?#]/.test(text)) {
    return "SEARCH_URL begins with elasticsearch://, elasticsearchs://, opensearch:// or opensearchs://, such as opensearchs://user:password@search.example:9200";
  }
  if ((url.username === "") !== (url.password === "")) {
    return "SEARCH_URL has a user and a password, or neither";
  }
  return isDecodable(url.username + url.password)
    ? null
    : "SEARCH_URL has its user and password percent-encoded as UTF-8";
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

export function searchOf(text: string | undefined): SearchConfig | null {
  if (text === undefined) return null;
  const url = new URL(text.replace(SCHEME, "http$2://"));
  const [username, password] = [url.username, url.password].map(decodeURIComponent);
  url.username = "";
  url.password = "";
  return {
    kind: text.startsWith("elasticsearch") ? "elasticsearch" : "opensearch",
    node: url.href,
    auth: username && password ? { username, password } : null,
  };
}
