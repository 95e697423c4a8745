/** Texts that callers send, as a database can compare them. */

/** PostgreSQL knows no NUL in a text: what contains one matches nothing rather than failing. */
export const storable = (text: string): string => text.replaceAll("\0", "\u0001");
