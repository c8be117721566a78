// Finds the words that negate in a sentence, idioms that only seem to, and sentences that are denied as a whole.
import type { Token } from '../text/parse-sentences.ts';
import type { Quantity } from '../text/quantity.ts';
import { words } from './function-words.ts';

const NEGATORS = words(
  'not no never none nobody nothing neither nor nowhere without hardly scarcely barely lack lacks lacking fail fails failed failing cannot nope few seldom rarely spared',
);
const SOME = words(
  'a the these those quite last past next first some every so too very with his its their our',
);
/** Pairs of words that deny what follows them. */
const NEGATOR_PAIRS = new Set([
  'anything but',
  'far from',
  'no longer',
  'instead of',
  'rather than',
  'opposite of',
  'free of',
  'free from',
  'devoid of',
  'safe from',
  'exempt from',
  'immune to',
  'immune from',
  'shielded from',
  'protected from',
  'sheltered from',
  'insulated from',
]);

/** Phrases that contain a negator but deny nothing, and phrases that say nothing a fact could support. */
const IDLE_PHRASES = [
  'not only',
  'not just',
  'not merely',
  'not simply',
  'not surprisingly',
  'not to mention',
  'no doubt',
  'no wonder',
  'no question',
  'no surprise',
  'not for nothing',
  'nothing short of',
  'nothing less than',
  'no less than',
  'no fewer than',
  'no more than',
  'not more than',
  'not less than',
  'not fewer than',
  'no later than',
  'no longer than',
  'no sooner',
  'not until',
  'not to be',
  'not long',
  'no matter',
  'not bad',
  'no small',
  'why not',
  'or not',
  'if not',
  'no secret',
  'not quite',
  'not far',
  'not one but',
  'no denying',
  'no disputing',
  'no mistaking',
  'no kidding',
  'no joke',
  'no lie',
  'not kidding',
  'not gonna lie',
  'do not forget',
  'let us not forget',
  'do not get me wrong',
  'can not wait',
  'i do not know',
  'not sure',
  'not sorry',
  'not alone',
  'mind you',
  'believe it or not',
  'like it or not',
  'for what it is worth',
  'give or take',
  'if you ask me',
  'if you believe',
].map((phrase) => phrase.split(' '));

const IDLE_BY_FIRST = new Map<string, string[][]>();
for (const phrase of IDLE_PHRASES) {
  const first = phrase[0] as string;
  IDLE_BY_FIRST.set(first, [...(IDLE_BY_FIRST.get(first) ?? []), phrase]);
}

/** What is said of something that is not so. */
export const FALSE =
  '(?:simply |just |flat out |plainly |totally |completely |utterly |a |an |outright |pure |total |complete |flatly |quite |far from |hardly )*(?:false|untrue|wrong|incorrect|inaccurate|mistaken|myth|lie|nonsense|fiction|mistake|falsehood|rubbish|error|misconception|bogus|fake news|baloney|bunk|misreading|not true|not the case|not so|not correct|not accurate|not right|no truth in it)';
const DENIED_BEFORE = new RegExp(
  `\\b(?:(?:it|that|this) (?:'s|is|was|would be) ${FALSE}(?: to (?:say|claim|think|believe|suggest|state|report|imply|call))?|(?:it|that) (?:'s|is|was) (?:not|hardly|scarcely) (?:as if|that|like|(?:the case|true|so|correct|right|a fact)(?: , [^,]{1,40} ,)? that)|there (?:'s|is) no truth|contrary to|(?:the|this|that|any) (?:idea|claim|notion|rumor|rumour|story|report|suggestion|talk) that\\b.{3,90}? (?:is|was|'s) ${FALSE}|(?:you|they|he|she|people|anyone|anybody|whoever) [a-z' ]{0,24}?(?:are|'re|is|be|would be) ${FALSE}|(?:do|would|could) not (?:believe|say|think|claim) (?:that|the)?|(?:nobody|no one) (?:says|claims|is saying|is claiming|said) that|by no means is it|(?:the )?(?:article|story|text|paper|piece|report) (?:denies|disputes|rejects|refutes|debunks|rules out|contradicts)(?: that)?)\\b`,
);
const DENIED_AFTER = new RegExp(`(?:(?:that|this|which) (?:'s|is|was)?|is|are|was|were|'s) ?${FALSE}[ .!]*$`);

/** Maximum number of tokens that are searched for a denial of the whole sentence. */
const LONGEST = 120;

/** Whether a whole sentence is said to be false: "it is a myth that ...", "... is simply untrue". */
export function isDeniedWhole(tokens: readonly Token[]): boolean {
  const text = tokens
    .slice(0, LONGEST)
    .map(({ norm }) => norm)
    .join(' ');
  return DENIED_BEFORE.test(text) || DENIED_AFTER.test(text);
}

/** The indexes of the words in a sentence that deny, and of those that say nothing. */
export function negatorsOf(
  tokens: readonly Token[],
  quantities: readonly { figure: Quantity; from: number; to: number }[],
): { negators: number[]; idle: ReadonlySet<number> } {
  const idle = new Set<number>();
  tokens.forEach(({ norm }, at) => {
    for (const phrase of IDLE_BY_FIRST.get(norm) ?? [])
      if (phrase.every((word, i) => tokens[at + i]?.norm === word))
        for (let i = 0; i < phrase.length; i += 1) idle.add(at + i);
  });
  const isHedge = (at: number) =>
    quantities.some(
      ({ figure, from, to }) => at >= from && at < to && figure.hedge !== undefined && !figure.isQuantifier,
    );
  const negators = tokens.flatMap(({ norm, pos }, at) => {
    const next = tokens[at + 1];
    if (NEGATOR_PAIRS.has(`${norm} ${next?.norm ?? ''}`)) return [at];
    if (!NEGATORS.has(norm) || idle.has(at) || isHedge(at)) return [];
    // "A few", "the few" and "last few" are some. "Few" alone is hardly any.
    if (norm === 'few' && SOME.has(tokens[at - 1]?.norm ?? '')) return [];
    // "Neither ... nor ..." denies only once.
    if (norm === 'nor' && tokens.slice(0, at).some((token) => token.norm === 'neither')) return [];
    return norm === 'no' && pos === 'INTJ' && next?.pos === 'PUNCT' ? [] : [at];
  });
  return { negators, idle };
}
