// What the adapter reports and how it is called; a pino logger is one.

/** Takes fields and a sentence, by severity; `err` is an error. */
export interface Log {
  debug(fields: object, sentence: string): void;
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}
