// Compares an assertion with what a fact states: what it affirms or opposes, whether it denies that, who does it and
// who says so.
import type { Fact } from '../knowledge/schema.ts';
import { actorOf } from './actors.ts';
import { denialOf } from './denials.ts';
import type { Evidence } from './evidence.ts';
import type { JudgingData, Statement } from './judging-data.ts';
import type { Mention } from './lexicon.ts';
import { type AssertionReading, OTHER_PERIOD } from './read-assertion.ts';

/** Words before an action that make it possible, allowed, wished for or feared rather than real. */
const UNREAL: ReadonlySet<string> = new Set(
  'can could may might would should will shall must if unless to let lets letting allow allows allowing power authority authorize authorizes authorizing authorized option right permission whether threat threaten before able possible possibility avoid avert prevent mandate clears free leave leaves until approval going'.split(
    ' ',
  ),
);
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'unless', 'should', 'until']);
/** Words before a clause about something else: "pay fell while profits rose". */
const CONTRASTS: ReadonlySet<string> = new Set(['while', 'whereas', 'although', 'though']);
/** Words at the beginning of an assertion that refer to what was named before. */
const PRONOUNS: ReadonlySet<string> = new Set([
  'they',
  'it',
  'he',
  'that',
  'which',
  'who',
  'this',
  'those',
  'them',
  'both',
]);
/** The concept of accusing somebody. */
const ACCUSE = 'accuse';
const ACCUSED_REACH = 6;

/**
 * Compares an assertion with a statement of a fact.
 *
 * @returns undefined where the assertion is not about the statement
 */
export function compareStatement(
  one: AssertionReading,
  statement: Statement,
  data: JudgingData,
): Evidence | undefined {
  const { reading, assertion, own, carried, period } = one;
  const { fact } = statement;
  // Most statements end here, before anything is allocated for them.
  if (!isAbout(statement, one)) return undefined;
  if (period === OTHER_PERIOD || isOfAnotherPeriod(one, statement, data)) return undefined;
  if (statement.unless?.some((concept) => own.has(concept))) return undefined;
  const used: Mention[] = [];
  let borrowed = 0;
  for (const group of statement.about) {
    const mentions = group.flatMap((concept) => own.get(concept) ?? []);
    used.push(...mentions);
    if (mentions.length === 0) borrowed += 1;
  }
  const doing = firstOf(statement.does, own) ?? firstOf(statement.does, carried);
  if (statement.subject) {
    const actor = doing && actorOf(one, doing);
    if (!actor || actor.side !== data.sideOf.get(statement.subject)) return undefined;
  }
  const { affirms, opposes } = predicatesOf(one, statement, doing);
  const predicate = affirms[0] ?? opposes[0];
  if (!predicate) return undefined;
  if (borrowed > 0 && borrowed === statement.about.length && !sharesWhatWasNamed(one)) return undefined;
  if (borrowed > 0 && affirms.length === 0 && CONTRASTS.has(assertion.joint) && !sharesWhatWasNamed(one))
    return undefined;
  used.push(...affirms, ...opposes);
  const tokens = [...new Set(used.flatMap(({ from, to }) => range(from, to)))];
  if (affirms.length > 0 && opposes.length > 0)
    return { rule: 'both affirmed and opposed', fact, sign: 0, tokens };
  if (statement.mustBeReal && !isReal(one, predicate)) return undefined;
  if (statement.yieldsToFigures && hasShareOrCount(one))
    return { rule: 'left to the figure', fact, sign: 0, tokens };
  const denial = denialOf(one, predicate, used);
  if (denial === 'unclear') return { rule: 'denial unclear', fact, sign: 0, tokens };
  const isTurned = statement.compares ? comparesEarlier(one, predicate, data) : false;
  if (isTurned === undefined) return undefined;
  const isAffirmed = affirms.length > 0;
  const sign = (isAffirmed ? 1 : -1) * (denial === 'yes' ? -1 : 1) * (isTurned ? -1 : 1);
  // That a mill has not reopened denies no plan to reopen it.
  if (sign < 0 && statement.kind === 'planned' && isNotYet(one, predicate))
    return { rule: 'denial unclear', fact, sign: 0, tokens };
  if (
    (doing ? [doing] : isAffirmed ? affirms : [predicate]).some((action) =>
      isDoneByAnother(one, statement, action, data),
    ) ||
    isAccusedWrongly(one, statement, predicate, data)
  )
    return { rule: sign > 0 ? 'another actor' : 'actor unclear', fact, sign: sign > 0 ? -1 : 0, tokens };
  if (statement.sayers) {
    const sides = new Set(statement.sayers.map((id) => data.sideOf.get(id)));
    const sayer = reading.sayers.find(({ denies }) => !denies);
    if (!sayer) return { rule: 'needs a sayer', fact, sign: 0, tokens };
    if (!sides.has(sayer.side))
      return { rule: 'another sayer', fact, sign: denial === 'yes' ? 0 : -1, tokens };
  }
  if (isAffirmed) return { rule: sign > 0 ? 'affirmed' : 'denied', fact, sign: sign > 0 ? 1 : -1, tokens };
  return { rule: sign > 0 ? 'opposite denied' : 'opposed', fact, sign: sign > 0 ? 1 : -1, tokens };
}

/** Whether an assertion names a concept of each group that a statement is about, or shares one with what comes before. */
function isAbout({ about }: Statement, { own, carried }: AssertionReading): boolean {
  for (const group of about) {
    let isNamed = false;
    for (const concept of group) isNamed ||= own.has(concept) || carried.has(concept);
    if (!isNamed) return false;
  }
  return true;
}

/** Whether another side than the fact's is said to do what the fact states, so that its figures are not that side's. */
export const isOfAnotherActor = (one: AssertionReading, fact: Fact, data: JudgingData): boolean =>
  data.statements.some((statement) => {
    if (statement.fact !== fact) return false;
    const actions = (statement.affirms ?? []).flatMap((concept) => one.own.get(concept) ?? []);
    return actions.length > 0 && actions.every((action) => isDoneByAnother(one, statement, action, data));
  });

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

const firstOf = (
  concept: string | undefined,
  mentions: ReadonlyMap<string, readonly Mention[]>,
): Mention | undefined => (concept === undefined ? undefined : mentions.get(concept)?.[0]);

/**
 * Whether an assertion speaks of another period than the statement. A statement on an earlier period needs that
 * period named.
 */
function isOfAnotherPeriod(
  { period, own, carried }: AssertionReading,
  statement: Statement,
  { periods }: JudgingData,
): boolean {
  if (statement.exceptPeriod && period === statement.exceptPeriod) return true;
  if (!statement.period) return false;
  if (period) return period !== statement.period;
  if (statement.period === periods[0]?.id) return false;
  const concept = periods.find(({ id }) => id === statement.period)?.concept;
  return concept === undefined || !(own.has(concept) || carried.has(concept));
}

/**
 * The mentions that affirm and that oppose a statement. Of two that overlap, the one that begins first counts, or
 * else the longer.
 */
function predicatesOf(
  { own }: AssertionReading,
  { affirms = [], opposes = [], behind }: Statement,
  doing: Mention | undefined,
): { affirms: Mention[]; opposes: Mention[] } {
  const find = (concepts: readonly string[]) =>
    concepts
      .flatMap((concept) => own.get(concept) ?? [])
      .filter(({ from }) => !behind || (doing !== undefined && from >= doing.to))
      .sort((a, b) => a.from - b.from);
  const affirming = find(affirms);
  const opposing = find(opposes);
  if (affirming.length === 0 || opposing.length === 0) return { affirms: affirming, opposes: opposing };
  const affirmed = affirming.filter((mention) => !isPartOf(mention, opposing));
  return { affirms: affirmed, opposes: opposing.filter((mention) => !isPartOf(mention, affirmed)) };
}

const isPartOf = (one: Mention, others: readonly Mention[]): boolean =>
  others.some(
    ({ from, to }) => from <= one.from && one.from < to && (from < one.from || to - from > one.to - one.from),
  );

function sharesWhatWasNamed({ reading: { tokens }, assertion }: AssertionReading): boolean {
  if (!assertion.hasVerb || assertion.sharesSubject) return true;
  return tokens.slice(assertion.from, assertion.from + 3).some(({ norm }) => PRONOUNS.has(norm));
}

/** Whether the action at a place is said to be real, not only possible, allowed, wished for or feared. */
function isReal({ reading: { tokens }, assertion }: AssertionReading, at: Mention): boolean {
  if (CONDITIONS.has(assertion.joint)) return false;
  return (
    !tokens.slice(assertion.from, at.from).some(({ norm }) => UNREAL.has(norm)) &&
    !tokens.slice(at.from, at.to).some(({ norm }) => ['to', 'would', 'could'].includes(norm))
  );
}

/** Whether an action is only said not to have happened so far: "has not expired", "is not over yet". */
function isNotYet({ reading: { tokens } }: AssertionReading, action: Mention): boolean {
  const around = tokens.slice(Math.max(0, action.from - SO_FAR_REACH), action.to + 1).map(({ norm }) => norm);
  return around.includes('not') && around.some((norm) => SO_FAR.has(norm));
}
const SO_FAR: ReadonlySet<string> = new Set(['has', 'have', 'had', 'yet', 'already']);
/** Maximum number of tokens from "has" to the action that has not happened. */
const SO_FAR_REACH = 3;

const hasShareOrCount = ({ reading, assertion }: AssertionReading) =>
  reading.quantities.some(
    ({ figure, from, to }) =>
      from >= assertion.from && to <= assertion.to && ['percent', 'count', 'to'].includes(figure.unit),
  );

/**
 * Whether it is the earlier period that is said to have more or less: "in 2007 it was higher".
 *
 * @returns undefined where no earlier period is named
 */
function comparesEarlier(
  { reading, assertion }: AssertionReading,
  predicate: Mention,
  { periods }: JudgingData,
): boolean | undefined {
  const [present, ...earlier] = periods;
  const names = (concept: string | undefined, from: number, to: number) =>
    reading.mentions.some((one) => one.concept === concept && one.from >= from && one.to <= to);
  const dated = (to: number) =>
    reading.dates.some(
      (one) =>
        one.figure.kind === 'date' &&
        one.to <= to &&
        earlier.some(({ years }) => years.has((one.figure as { from: string }).from.slice(0, 4))),
    );
  const isNamed =
    earlier.some(({ concept }) => names(concept, assertion.from, assertion.to)) ||
    dated(reading.tokens.length);
  if (!isNamed) return undefined;
  const isBefore =
    earlier.some(({ concept }) => names(concept, assertion.from, predicate.from)) || dated(predicate.from);
  return isBefore && !names(present?.concept, assertion.from, predicate.from);
}

function isDoneByAnother(
  one: AssertionReading,
  { actor }: Statement,
  action: Mention,
  { sideOf }: JudgingData,
): boolean {
  const side = actor && sideOf.get(actor);
  const doer = side && actorOf(one, action);
  return Boolean(doer && doer.side !== side);
}

/** Whether an assertion accuses the wrong side, or lets the wrong side accuse. */
function isAccusedWrongly(
  one: AssertionReading,
  { accused }: Statement,
  predicate: Mention,
  { sideOf }: JudgingData,
): boolean {
  if (!accused) return false;
  const side = sideOf.get(accused);
  const { parties, sayers } = one.reading;
  const accusing = firstOf(ACCUSE, one.own) ?? firstOf(ACCUSE, one.carried);
  if (!accusing) {
    const doer = actorOf(one, predicate);
    return Boolean(doer && doer.side !== side && !sayers.some(({ from }) => from === doer.from));
  }
  const accuser = actorOf(one, accusing);
  const target = parties.find(({ from }) => from >= accusing.to && from - accusing.to < ACCUSED_REACH);
  if (accuser && accuser.side === side && accuser !== target) return true;
  return Boolean(target && target.side !== side && !(accuser && accuser.side !== side));
}
