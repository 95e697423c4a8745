/** Times in mails, whose readers may be anywhere. */

const format = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "UTC",
});

export const timeText = (at: Date): string => `${format.format(at)} UTC`;
