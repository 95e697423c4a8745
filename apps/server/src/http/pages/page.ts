/** The few pages of the server itself: plain, readable, without a script. */

export const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

/** `body` is HTML: whatever comes from outside must be escaped in it already. */
export const page = (title: string, body: string, styleHref?: string): string => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title)}</title>
  ${styleHref === undefined ? "" : `<link rel="stylesheet" href="${styleHref}">`}
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
