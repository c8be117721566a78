// Cuts a sentence into its assertions: clauses, list items and appositions. Each knows what comes before it.
import type { Token } from '../text/parse-sentences.ts';

/** A stretch of a sentence that asserts one thing. */
export interface Assertion {
  /** The index of its first token, and of the token after its last. */
  from: number;
  to: number;
  /** Whether it has a verb of its own. If not, it is a list item or an apposition, and shares the verb before it. */
  hasVerb: boolean;
  /** Whether it begins with a verb, and so shares the subject before it. */
  sharesSubject: boolean;
  /** The word or mark that joins it to what comes before: "and", "because", ",". */
  joint: string;
}

const CLAUSE_MARKS = new Set([',', ';', ':', '—', '–', '--', '(', ')', '...', '…', '.', '!', '?']);
const JOINTS = new Set([
  'and',
  'but',
  'yet',
  'or',
  'nor',
  'while',
  'whereas',
  'although',
  'though',
  'because',
  'since',
  'unless',
  'even',
  'plus',
  'so',
  'until',
  'when',
  'after',
  'before',
  'which',
  'who',
  'whose',
  'where',
  'if',
  'should',
  'once',
]);
/** These join clauses only if both sides have a verb. Elsewhere they are prepositions or adverbs. */
const NEEDS_VERB = new Set([
  'since',
  'until',
  'when',
  'after',
  'before',
  'even',
  'so',
  'who',
  'which',
  'where',
  'whose',
  'if',
  'should',
  'as',
  'once',
  'or',
  'yet',
  'while',
]);

const RELATIVES = new Set(['who', 'which', 'whose']);
/** Words that begin an insertion between a subject and its verb. */
const INSERTIONS = new Set(
  'according by in on as per at it they to for with from if says say said'.split(' '),
);

const isVerb = ({ pos, norm }: Token) => (pos === 'VERB' || pos === 'AUX') && norm !== 'according';

/**
 * Cuts a sentence into its assertions, in order.
 *
 * @param isWhole whether the token at an index and the one before it belong to the same name, figure or phrase
 * @param isFigure whether the token at an index is part of a figure
 */
export function cutAssertions(
  tokens: readonly Token[],
  isWhole: (at: number) => boolean,
  isFigure: (at: number) => boolean,
): Assertion[] {
  const chunks: { from: number; to: number; joint: string }[] = [];
  let from = 0;
  let joint = '';
  const close = (to: number, nextJoint: string, next: number) => {
    if (tokens.slice(from, to).some((token) => token.pos !== 'PUNCT' && token.pos !== 'SPACE')) {
      chunks.push({ from, to, joint });
      joint = nextJoint;
    } else if (nextJoint !== ',' || joint === '') joint = nextJoint;
    from = next;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const { norm } = tokens[at] as Token;
    if (at > 0 && isWhole(at)) continue;
    if (CLAUSE_MARKS.has(norm)) {
      if (norm === '.' && at < tokens.length - 1 && tokens[at + 1]?.start === tokens[at]?.end) continue;
      close(at, norm, at + 1);
    } else if (JOINTS.has(norm)) {
      if (isWhole(at + 1)) continue;
      const verbs = (list: readonly Token[]) => list.some(isVerb);
      // "Neither the miners nor the owners left": both do the same thing.
      const before = tokens.slice(from, at);
      if (norm === 'nor' && before.some((token) => token.norm === 'neither') && !verbs(before)) continue;
      const near = tokens.slice(at + 1, at + 12);
      const mark = near.findIndex((token) => token.pos === 'PUNCT' && token.norm !== '-');
      const next = mark < 0 ? near : near.slice(0, mark);
      // "The ones who left first": without a comma, the clause says which ones are meant.
      if (RELATIVES.has(norm) && tokens[at - 1]?.pos !== 'PUNCT') continue;
      if (NEEDS_VERB.has(norm) && !(verbs(tokens.slice(from, at)) && verbs(next))) continue;
      if (norm === 'should' && !(at > 1 && tokens[at - 1]?.pos !== 'PRON' && at > from + 2)) continue;
      close(at, norm, at + 1);
    }
  }
  close(tokens.length, '', tokens.length);

  const assertions: Assertion[] = [];
  for (const chunk of chunks) {
    const own = tokens.slice(chunk.from, chunk.to);
    const hasVerb = own.some(
      (token, i) => isVerb(token) && !(token.pos === 'AUX' && own.length === 1) && i >= 0,
    );
    const first = own.find((token) => token.pos !== 'PUNCT' && token.pos !== 'ADV' && token.pos !== 'PART');
    const last = assertions.at(-1);
    const content = own.filter((token) => /NOUN|PROPN|ADJ|VERB|NUM|INTJ/.test(token.pos)).length;
    const isItem =
      !hasVerb &&
      content >= 1 &&
      first !== undefined &&
      /NOUN|PROPN|ADJ|DET|NUM|PRON|INTJ|ADV/.test(first.pos) &&
      own.length >= 2;
    if (last && !hasVerb && (!isItem || (chunk.joint === '(' && isFigure(chunk.from)))) {
      last.to = chunk.to;
      continue;
    }
    // "The owners, in the union's view, spread ...": a subject, an insertion, and what the subject does.
    const isInsertion = last?.joint === ',' && INSERTIONS.has(tokens[last.from]?.norm ?? '');
    const subject = isInsertion ? assertions.at(-2) : last;
    const goesOn = isInsertion || (hasVerb && first !== undefined && isVerb(first));
    if (subject && !subject.hasVerb && chunk.joint === ',' && goesOn) {
      if (isInsertion) assertions.pop();
      subject.to = chunk.to;
      subject.hasVerb = hasVerb;
      continue;
    }
    // "By a slim margin, the union ...": an introduction belongs to what follows it.
    const leadsIn =
      assertions.length === 1 &&
      last !== undefined &&
      !last.hasVerb &&
      /^(?:ADP|SCONJ)$/.test(tokens[last.from]?.pos ?? '');
    if (leadsIn) assertions.pop();
    assertions.push({
      from: leadsIn && last ? last.from : chunk.from,
      to: chunk.to,
      hasVerb,
      sharesSubject: hasVerb && first !== undefined && isVerb(first),
      joint: chunk.joint,
    });
  }
  return assertions;
}
