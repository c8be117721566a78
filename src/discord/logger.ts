// The logger that the adapter reports to; a pino logger fits.

/** One method for each level, which takes fields and a sentence; the field `err` is an error. */
export interface Log {
  debug(fields: object, sentence: string): void;
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}
