// Turns a statement into its opposite, as an example of a text that contradicts.

/** Forms of "be", "have", "do" and the modals, unless they are denied already. */
const AUXILIARY =
  /\b(?:is|are|was|were|has|have|had|can|could|will|would|may|might|does|do|did|should|must)\b(?! (?:not|no|never|hardly)\b)(?!n['’]t)/i;

/** Inserts "not" behind the first auxiliary verb of a statement; undefined if it has none. */
export const insertNegation = (statement: string): string | undefined =>
  AUXILIARY.test(statement) ? statement.replace(AUXILIARY, '$& not') : undefined;
