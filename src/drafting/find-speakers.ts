// Finds who says what a sentence reports, and whose words it quotes.
import type { Token } from '../core/text/parse-sentences.ts';
import { stem } from '../core/text/tokens.ts';
import type { Span } from './cut-excerpt.ts';
import { type Phrase, phraseEndingAt, phraseStartingAt } from './noun-phrases.ts';
import type { QuotedSpan } from './quoted-spans.ts';
import type { Sentence } from './read-paragraph.ts';

/** Somebody who says something in a sentence. */
export interface Speaking {
  speaker: Phrase;
  /** The token of the verb, or of "according". */
  at: number;
  /** Whether the sentence reports what they say. If not, the verb only introduces a quotation, as in "called it". */
  reports: boolean;
}

const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stem));

/** Verbs with which articles report speech. */
const REPORTING = stems(
  'say tell state argue claim note add warn announce explain insist contend report reveal estimate maintain assert admit acknowledge concede conclude reply respond suggest predict believe write allege declare observe recall testify stress remark confirm complain tweet',
);
/** Verbs that only introduce a quotation: "the mayor called it", "the paper described the plan as". */
const QUOTING = stems(
  'call describe term dub label ask urge issue publish release promise vow pledge propose proclaim thank praise condemn criticize denounce continue joke',
);
/** Forms of these verbs that the parser takes for nouns: "George Lenczowski notes". */
const NOUN_VERBS = new Set(['notes', 'claims', 'reports', 'states', 'estimates', 'remarks']);

const NO_SUBJECT = /^(?:to|been|be|was|is|are|were|being|by|of)$/;
const BETWEEN = /^(?:AUX|ADV|PART)$/;

/**
 * Finds everybody who says something in a sentence, outside its quotations, in order: "the ministry said", "said
 * Keyser", "according to the union", "which concluded".
 */
export function findSpeaking(sentence: Sentence): Speaking[] {
  const { tokens } = sentence;
  const found: Speaking[] = [];
  for (const [at, token] of tokens.entries()) {
    if (isQuoted(token, sentence)) continue;
    if (token.norm === 'according' && tokens[at + 1]?.norm === 'to') {
      const speaker = phraseStartingAt(tokens, at + 2);
      if (speaker) found.push({ speaker, at, reports: true });
      continue;
    }
    const isNoun = token.pos === 'NOUN' && NOUN_VERBS.has(token.norm);
    const reports = isOneOf(REPORTING, token);
    const quotes = sentence.quotations.length > 0 && isOneOf(QUOTING, token);
    if (!(token.pos === 'VERB' || isNoun) || !(reports || quotes)) continue;
    const speaker = subjectOf(sentence, at) ?? (isNoun ? undefined : followingSubject(sentence, at));
    if (speaker && !(isNoun && speaker.to !== at)) found.push({ speaker, at, reports });
  }
  return found;
}

/**
 * Finds the speaker of a quotation: whoever is named right after it, or else nearest before it, or else anywhere in
 * the sentence.
 *
 * @param speaking everybody who says something in the sentence
 * @returns undefined where the sentence names nobody: "often called “peak TV”"
 */
export function speakerOf(
  quotation: QuotedSpan,
  { tokens }: Sentence,
  speaking: readonly Speaking[],
): Speaking | undefined {
  const after = tokens.findIndex(({ start }) => start > quotation.end);
  const first = tokens.findIndex(({ start }) => start >= quotation.start);
  const behind = speaking.find(({ speaker, at }) => {
    const from = Math.min(speaker.from, at);
    return after >= 0 && from >= after && from - after <= 1;
  });
  if (behind) return behind;
  const before = speaking.findLast(({ at }) => at < first);
  if (before) return before;
  return speaking.find(({ at, reports }) => reports && at > first);
}

/**
 * Finds who says what is at a place: the first one who reports, unless another clause with its own reporter has
 * begun.
 *
 * @returns undefined where nobody reports it
 */
export function reporterOf(
  { tokens }: Sentence,
  speaking: readonly Speaking[],
  span: Span,
): Speaking | undefined {
  const reporting = speaking.filter(
    (one) => one.reports && !isInserted(tokens, one, span) && !isAside(tokens, one, span),
  );
  const startOf = ({ at }: Speaking) => tokens[at]?.start ?? 0;
  let found: Speaking | undefined;
  for (const one of reporting) {
    if (startOf(one) > span.start) break;
    const between = tokens.slice(found?.at ?? 0, one.speaker.from);
    const begins = between.some(
      ({ norm }, i) =>
        norm === ';' || (norm === ',' && /^(?:and|but|while)$/.test(between[i + 1]?.norm ?? '')),
    );
    if (!found || begins) found = one;
  }
  return found ?? reporting.find((one) => startOf(one) > span.start);
}

/**
 * Whether a place is in an insertion between a speaker and the verb: "The union, which represents the miners, said".
 */
export function isInserted(
  tokens: readonly Token[],
  { speaker, at }: Pick<Speaking, 'speaker' | 'at'>,
  span: Span,
): boolean {
  return span.start >= (tokens[speaker.to - 1]?.end ?? 0) && span.end <= (tokens[at]?.start ?? 0);
}

/** Whether a place is in a description of the speaker: "..., said Keyser, who has led the talks since March". */
function isAside(tokens: readonly Token[], { speaker, at }: Speaking, span: Span): boolean {
  const [comma, first] = tokens.slice(speaker.to, speaker.to + 2);
  const isBehind = at < speaker.from && span.start >= (tokens[speaker.to - 1]?.end ?? 0);
  return isBehind && comma?.norm === ',' && /^(?:who|whose|which)$/.test(first?.norm ?? '');
}

const isOneOf = (verbs: ReadonlySet<string>, { lemma, stem }: Token) => verbs.has(lemma) || verbs.has(stem);

const isQuoted = ({ start }: Token, { quotations }: Sentence): boolean =>
  quotations.some((span) => start >= span.start && start < span.end);

/** The subject of the verb at a place: the noun phrase before it, skipping insertions between commas. */
function subjectOf(sentence: Sentence, verb: number): Phrase | undefined {
  const { tokens } = sentence;
  let at = verb - 1;
  while (at >= 0 && BETWEEN.test(tokens[at]?.pos ?? '') && !NO_SUBJECT.test(tokens[at]?.norm ?? '')) at -= 1;
  const before = tokens[at];
  if (!before || NO_SUBJECT.test(before.norm) || isQuoted(before, sentence)) return undefined;
  // In "The union said ..., describing it as", the subject is that of the clause before.
  if (/ing$/.test(tokens[verb]?.norm ?? '') && !/^(?:is|are|was|were|been)$/.test(before.norm))
    return earlierSubject(sentence, verb, isSaying) ?? earlierSubject(sentence, verb);
  if (before.norm === 'and' || before.norm === 'but') return earlierSubject(sentence, at);
  if (before.norm === 'who' || before.norm === 'which' || before.norm === 'that')
    return phraseEndingAt(tokens, tokens[at - 1]?.norm === ',' ? at - 2 : at - 1);
  if (before.norm !== ',') return phraseEndingAt(tokens, at);
  // In "The group's director, Ada Raman, called it", the subject is the name between the commas.
  const name = phraseEndingAt(tokens, at - 1);
  if (
    name &&
    tokens[name.from - 1]?.norm === ',' &&
    tokens[name.from - 2]?.pos === 'NOUN' &&
    isOfName(tokens, name)
  )
    return name;
  // In "The union, which represents the miners, said", the subject precedes the first comma.
  for (let comma = at - 1; comma > 0; comma -= 1) {
    const token = tokens[comma] as Token;
    if (isQuoted(token, sentence) || /^[”"“]$/.test(token.text)) return undefined;
    const inserted = tokens[comma + 1];
    const isInsertion =
      token.norm === ',' &&
      (/^(?:which|who|whose|a|an|the|now|then)$/.test(inserted?.norm ?? '') || inserted?.pos === 'NOUN');
    const subject = isInsertion ? phraseEndingAt(tokens, comma - 1) : undefined;
    if (subject) return subject;
  }
  return undefined;
}

const isOfName = (tokens: readonly Token[], { from, to }: Phrase): boolean =>
  tokens.slice(from, to).every(({ text }) => /^\p{Lu}/u.test(text));

const isSaying = (token: Token) => isOneOf(REPORTING, token) || isOneOf(QUOTING, token);

/** The subject of the nearest verb before a place that has a subject. */
function earlierSubject(
  sentence: Sentence,
  before: number,
  isWanted: (verb: Token) => boolean = () => true,
): Phrase | undefined {
  const { tokens } = sentence;
  for (let at = before - 1; at > 0; at -= 1) {
    const token = tokens[at] as Token;
    if (isQuoted(token, sentence) || !/^(?:VERB|AUX)$/.test(token.pos) || /ing$/.test(token.norm)) continue;
    if (!isWanted(token)) continue;
    const subject = subjectOf(sentence, at);
    if (subject) return subject;
  }
  return undefined;
}

/** The noun phrase after a verb that follows a quotation or a comma: "“...,” said Keyser". */
function followingSubject({ tokens }: Sentence, verb: number): Phrase | undefined {
  return /^[”"’',]$/.test(tokens[verb - 1]?.text ?? '') ? phraseStartingAt(tokens, verb + 1) : undefined;
}
