// States what a question takes for granted, so that it can be judged: "why did the mill, a ruin, reopen?" says that the
// mill reopened and is a ruin.
import { beginningOf } from '../text/beginning.ts';
import { parseSentences } from '../text/parse-sentences.ts';
import { clausesTakenForGranted } from './granted-clauses.ts';
import { phrasesTakenForGranted } from './granted-phrases.ts';
import { unframe } from './question-frames.ts';
import type { Stretch } from './stretch.ts';

/** Minimum number of words for a statement. */
const MIN_WORDS = 3;
/** Maximum number of statements, which bounds the time that a question takes. */
const MAX_STATEMENTS = 3;

/** States what an open question takes for granted, in its own words. Each statement says one thing. */
export function takenForGranted(whole: string): string[] {
  const question = beginningOf(whole);
  const sentences = parseSentences(unframe(question).text);
  const change = changeTakenForGranted(question);
  const stretches = [...clausesTakenForGranted(sentences), ...sentences.flatMap(phrasesTakenForGranted)];
  const statements = stretches.map(statementOf).filter((text) => text.split(' ').length >= MIN_WORDS);
  return [...new Set([...(change ? [change] : []), ...statements])].slice(0, MAX_STATEMENTS);
}

/** The text of a stretch, with the spaces that its sentence has, and a full stop at its end. */
const statementOf = (stretch: Stretch): string =>
  stretch
    .map(({ text, end }, i) => {
      const next = stretch[i + 1]?.start;
      return end !== undefined && next === end ? text : `${text} `;
    })
    .join('')
    .replace(/[?,;:.!\s—–-]+$/, '')
    .concat('.');

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
function changeTakenForGranted(question: string): string | undefined {
  const [, fell, rose, thing] = CHANGE.exec(question) ?? [];
  if (!thing || !(fell ?? rose)) return undefined;
  const [what = '', ...when] = thing.trim().split(/ (?=(?:since|compared|over|from|between|during)\b)/i);
  return [what, fell ? 'dropped' : 'rose', ...when].join(' ').concat('.');
}
