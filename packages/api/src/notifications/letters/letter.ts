/** What all mails share: one look in HTML, and a subject that cannot add a header. */
import { Html, html } from "./html.ts";

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Draft {
  readonly to: string;
  readonly storeName: string;
  readonly subject: string;
  readonly heading: string;
  /** Paragraphs and lines without markup, for readers of plain text. */
  readonly text: readonly string[];
  readonly body: Html;
}

const FONT = new Html("font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif");

export const letter = ({ to, storeName, subject, heading, text, body }: Draft): Letter => ({
  to,
  subject: oneLine(subject),
  text: `${[heading, ...text, `-- \n${oneLine(storeName)}`].join("\n\n")}\n`,
  html: html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${heading}</title>
</head>
<body style="margin:0;padding:0;background:#f4f4f1;${FONT};color:#1d1d1b">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f4f1">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td style="padding:0 8px 16px;font-size:16px;font-weight:600">${storeName}</td></tr>
<tr><td style="background:#ffffff;border:1px solid #e3e3dd;border-radius:12px;padding:32px">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:600">${heading}</h1>
${body}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`.markup,
});

export const paragraph = (text: string): Html =>
  html`<p style="margin:0 0 16px;font-size:15px;line-height:1.6">${text}</p>
`;

export const note = (text: string): Html =>
  html`<p style="margin:16px 0 0;font-size:13px;line-height:1.6;color:#6a6a63">${text}</p>
`;

/** The address is also shown, for readers whose program opens no links. */
export const button = (label: string, url: string): Html =>
  html`<p style="margin:24px 0"><a href="${url}" style="display:inline-block;background:#1d1d1b;color:#ffffff;
text-decoration:none;font-size:15px;font-weight:600;padding:12px 24px;border-radius:8px">${label}</a></p>
<p style="margin:0 0 16px;font-size:13px;line-height:1.6;color:#6a6a63">Or open this address:<br>
<a href="${url}" style="color:#6a6a63;word-break:break-all">${url}</a></p>
`;

/** A line break in a subject would begin another header. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
