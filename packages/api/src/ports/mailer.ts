/** Mail on its way out. */

export interface Mail {
  /** The same for each attempt at the same mail, so that a transport may drop repeats. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
}
