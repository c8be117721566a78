// Recognizes a text that asks instead of claiming anything: "who closed the mill?", also without its question mark.
import { beginningOf } from '../text/beginning.ts';
import { parseSentences, type Token } from '../text/parse-sentences.ts';

const QUESTION_WORD = /^(?:what|who|whom|whose|when|where|why|how|which)$/;
/** Whether a text can be a question at all, so that most claims need not be parsed for it. */
const BEGINS_AS_QUESTION = /^[^\p{L}\d]*(?:and |but |so |ok |hey )?(?:what|who|when|where|why|how|which)/iu;
/** Words that may come before the question word. */
const OPENING = /^(?:and|but|so|ok|hey)$/;

/**
 * Whether every sentence of a text asks an open question, so that there is nothing to support or contradict. A clause
 * that begins with a question word and is part of a claim ("what they want is cheaper flour") is followed by a verb of
 * its own.
 */
export const asksOpenly = (text: string): boolean =>
  BEGINS_AS_QUESTION.test(text) && parseSentences(beginningOf(text)).filter(saysWords).every(isOpenQuestion);

/** What follows the question word where it begins a clause: "what the owners want". */
const BEGINS_CLAUSE = /^(?:DET|PRON)$/;

const saysWords = (tokens: readonly Token[]): boolean => tokens.some(({ pos }) => pos !== 'PUNCT');

function isOpenQuestion(tokens: readonly Token[]): boolean {
  const first = tokens.findIndex(({ pos, norm }) => pos !== 'PUNCT' && !OPENING.test(norm));
  if (!QUESTION_WORD.test(tokens[first]?.norm ?? '')) return false;
  if (tokens.at(-1)?.norm === '?') return true;
  const behind = tokens.slice(first + 1);
  return !BEGINS_CLAUSE.test(behind[0]?.pos ?? '') && countVerbs(behind) <= 1;
}

/**
 * How many finite verbs there are. An auxiliary is one with its verb: "had not been asked" and, for the first one, where
 * their subject stands between them, "did they ask".
 */
function countVerbs(tokens: readonly Token[]): number {
  let count = 0;
  let waits: 'for the next word' | 'for any word' | undefined;
  for (const [i, { pos, norm }] of tokens.entries()) {
    if (NOT_FINITE.test(norm) || tokens[i - 1]?.norm === 'to') continue;
    if (pos === 'AUX') {
      if (waits !== 'for the next word') count += 1;
      waits = count === 1 ? 'for any word' : 'for the next word';
    } else if (pos === 'VERB') {
      if (!waits) count += 1;
      waits = undefined;
    } else if (waits === 'for the next word' && pos !== 'ADV' && norm !== 'not') waits = undefined;
  }
  return count;
}

const NOT_FINITE = /^(?:be|been|being)$/;
