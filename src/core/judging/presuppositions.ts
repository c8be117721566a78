// What a question takes for granted by a noun: "why the drop in sales?" says that sales dropped.

const FELL = 'drop|fall|decline|decrease|dip|slump|slide|plunge|reduction|shrinkage|erosion';
const ROSE = 'rise|increase|growth|jump|surge|climb|gain|upturn|boost';
/** Words that end what dropped or rose. */
const END =
  '(?=[,;?.!]|\\s(?:and|but|or|that|which|when|if|while|as|because|is|are|was|were|do|does|did|has|have|come|comes|came)\\b|$)';
/** "The drop in sales" is taken for granted; "a drop in sales" may only be asked about. */
const CHANGE = new RegExp(
  `\\b(?:the|this|that|such an?|so \\w+ an?) (?:[\\p{L}-]+ )?(?:(${FELL})|(${ROSE})) (?:in|of) ([^,;?.!\\s]+(?: [^,;?.!\\s]+){0,9}?)${END}`,
  'iu',
);

/**
 * States what a question takes for granted by a noun of change.
 *
 * @returns undefined where it names no change
 */
export function changeTakenForGranted(question: string): string | undefined {
  const [, fell, rose, thing] = CHANGE.exec(question) ?? [];
  if (!thing || !(fell ?? rose)) return undefined;
  const [what = '', ...when] = thing.trim().split(/ (?=(?:since|compared|over|from|between|during)\b)/i);
  return [what, fell ? 'dropped' : 'rose', ...when].join(' ').concat('.');
}
