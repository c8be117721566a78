// Finds the clauses that a question takes for granted: "now that sales fell, who pays?" says that sales fell.
import type { Token } from '../text/parse-sentences.ts';
import { isVerb, type Stretch } from './stretch.ts';

const QUESTION_WORDS: ReadonlySet<string> = new Set([
  'what',
  'who',
  'whom',
  'whose',
  'when',
  'where',
  'why',
  'how',
  'which',
]);
const AUXILIARIES: ReadonlySet<string> = new Set(
  'is are was were do does did has have had can could will would should may might'.split(' '),
);
const MARKS: ReadonlySet<string> = new Set([',', ';', ':', '—', '–', '--', '...', '…']);
/** Words before a question word that asks: "so what happened?", "for how long ...?" */
const BEFORE_ASKING: ReadonlySet<string> = new Set(
  'so then and but for to of by on in from with at under'.split(' '),
);
/** Words that begin a clause which a question takes for granted, before it or after it. */
const GIVEN: ReadonlySet<string> = new Set([
  'now',
  'given',
  'seeing',
  'considering',
  'since',
  'as',
  'because',
  'when',
  'while',
  'after',
  'although',
  'though',
]);
/** Words before a question word that belong to neither clause: "it is shut, so why wait?" */
const JOINS: ReadonlySet<string> = new Set(['so', 'then', 'and', 'but']);
/** In a message without a comma, these ask wherever they are; others may begin a relative clause. */
const ASKS_ANYWHERE: ReadonlySet<string> = new Set(['what', 'why', 'how']);
/** After these, the clause begins one word later: "now that", "seeing as". */
const SECOND: ReadonlySet<string> = new Set(['that', 'as']);
/** Without that second word, these begin no clause. */
const NEEDS_SECOND: ReadonlySet<string> = new Set(['now', 'given', 'seeing']);
const SUPPOSES: ReadonlySet<string> = new Set(['if', 'unless', 'suppose', 'supposing']);
/** What a clause begins with, after its conjunction. */
const SUBJECTS: ReadonlySet<string> = new Set(['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM']);
const UNREAL: ReadonlySet<string> = new Set(['would', 'could', 'might']);
/** "What made them leave?" asks for a cause, and takes for granted that they left. */
const CAUSES: ReadonlySet<string> = new Set(
  'made makes led drove prompted moved persuaded induced caused brought convinced forced got explains'.split(
    ' ',
  ),
);
/** "How many came?", "how long did it last?" */
const MEASURES: ReadonlySet<string> = new Set('come many much long far often big large'.split(' '));
/** "What share of them came?" */
const SHARES: ReadonlySet<string> = new Set(
  '% percent percentage share part portion proportion fraction number'.split(' '),
);
/** How far behind the cause its "to" may be: "what led the bakers and the millers to leave?" */
const CAUSE_REACH = 10;

/**
 * Finds what each sentence takes for granted by a clause: a statement before the question, a clause that begins with
 * "now that" and the like, and what is left of a question without the word that asks.
 */
export const clausesTakenForGranted = (sentences: readonly (readonly Token[])[]): Stretch[] =>
  sentences.flatMap((tokens) => {
    const asksAt = whereItAsks(tokens);
    if (tokens.at(-1)?.norm !== '?' && sentences.length > 1 && asksAt < 0) return [tokens];
    const trail = asksAt < 0 ? undefined : clauseBehind(tokens, asksAt);
    const end = trail?.from ?? tokens.length;
    return [
      ...(asksAt > 0 ? introduction(tokens, asksAt) : []),
      ...(trail?.clause ? [trail.clause] : []),
      withoutAsking(tokens.slice(Math.max(0, asksAt), end)),
    ];
  });

/** Where the word that asks is; -1 where there is none. */
function whereItAsks(tokens: readonly Token[]): number {
  const at = tokens.findIndex(
    ({ norm }, at) =>
      QUESTION_WORDS.has(norm) &&
      !(at === 0 && GIVEN.has(norm) && !AUXILIARIES.has(tokens[1]?.norm ?? '')) &&
      (at === 0 ||
        MARKS.has(tokens[at - 1]?.norm ?? '') ||
        BEFORE_ASKING.has(tokens[at - 1]?.norm ?? '') ||
        AUXILIARIES.has(tokens[at + 1]?.norm ?? '')),
  );
  if (at >= 0 || !GIVEN.has(tokens[0]?.norm ?? '')) return at;
  const asked = tokens.findIndex(({ norm }, at) => AUXILIARIES.has(norm) && tokens[at - 1]?.norm === ',');
  return asked >= 0 ? asked : tokens.findLastIndex(({ norm }, at) => at > 2 && ASKS_ANYWHERE.has(norm));
}

/** What stands before the question in the same sentence, if it is a clause and not a supposition. */
function introduction(tokens: readonly Token[], asksAt: number): Stretch[] {
  const mark = tokens.findLastIndex(({ norm }, at) => at < asksAt && MARKS.has(norm));
  const [first, second] = tokens;
  if (!first || (SUPPOSES.has(first.norm) && !isGrantedForArgument(tokens, asksAt))) return [];
  const isGiven = GIVEN.has(first.norm) || SUPPOSES.has(first.norm);
  if (!isGiven && first.pos === 'ADP') return [];
  const from = isGiven ? (SECOND.has(second?.norm ?? '') ? 2 : 1) : 0;
  const joined = JOINS.has(tokens[asksAt - 1]?.norm ?? '') ? asksAt - 1 : asksAt;
  const clause = tokens.slice(from, mark < 0 ? joined : mark);
  return clause.some((token, at) => isVerb(token) || isShortIs(token, clause[at + 1])) ? [clause] : [];
}

/** Whether it is the verb of "the bread's in the oven", which is parsed like a possessive. */
const isShortIs = ({ norm }: Token, next: Token | undefined): boolean => norm === "'s" && next?.pos === 'ADP';

/** Whether an "if" supposes nothing, as in "if it was that cheap, why did they sell it?" */
const isGrantedForArgument = (tokens: readonly Token[], asksAt: number): boolean =>
  tokens[0]?.norm === 'if' &&
  tokens[asksAt]?.norm === 'why' &&
  !tokens.some(({ norm }) => UNREAL.has(norm) || norm === 'will');

/** The clause behind a question that begins with "now that" and the like, and where its first word is. */
function clauseBehind(
  tokens: readonly Token[],
  asksAt: number,
): { from: number; clause?: Stretch } | undefined {
  const isUnreal = tokens.some(({ norm }) => UNREAL.has(norm));
  for (let at = asksAt + 3; at < tokens.length - 2; at += 1) {
    const [{ norm }, next] = [tokens[at] as Token, tokens[at + 1] as Token];
    const isSupposed = SUPPOSES.has(norm);
    if (!isSupposed && !GIVEN.has(norm)) continue;
    if (NEEDS_SECOND.has(norm) && !SECOND.has(next.norm)) continue;
    // "What is it for, if not to frighten people?"
    if (isSupposed && next.norm === 'not') return { from: at };
    const clause = tokens.slice(at + (SECOND.has(next.norm) ? 2 : 1));
    if (!SUBJECTS.has(clause[0]?.pos ?? '') || !clause.some(isVerb)) continue;
    return isSupposed || isUnreal ? { from: at } : { from: at, clause };
  }
  return undefined;
}

/** Whether an auxiliary verb stands before its subject: "how much did sales fall?" */
const isBeforeItsSubject = ({ norm }: Token, at: number, tokens: readonly Token[]): boolean =>
  AUXILIARIES.has(norm) && SUBJECTS.has(tokens[at + 1]?.pos ?? '');

/**
 * A question without the words that ask: "why did sales fall?" becomes "did sales fall". "What share of them left?" only asks
 * about those who did, and takes nothing for granted.
 */
function withoutAsking(tokens: readonly Token[]): Stretch {
  const [first, second] = tokens;
  if (!first || !QUESTION_WORDS.has(first.norm)) return tokens;
  if (SHARES.has(second?.norm ?? '') && !tokens.some(isBeforeItsSubject)) return [];
  if (first.norm === 'how' && MEASURES.has(second?.norm ?? '')) return tokens.slice(2);
  if (first.norm !== 'what' || !CAUSES.has(second?.norm ?? '')) return tokens.slice(1);
  const to = tokens.findIndex(({ norm }, at) => at > 1 && at < CAUSE_REACH && norm === 'to');
  return tokens.slice(2).filter((_, at) => at !== to - 2);
}
