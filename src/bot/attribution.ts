// Who says a fact: the article, one party, two parties that disagree, or the curators.
import type { Article, Fact } from '../core/knowledge/schema.ts';
import { isPlural } from '../core/text/plural.ts';
import { capitalize } from './blocks.ts';

/** Stands for something that is asked for or compared but that the article does not give. */
export const NOT_SAID = "the article doesn't say";

/** The attribution as a sentence, with the working of a fact that nobody states. */
export function describeAttribution(fact: Fact, article: Article): string {
  const status = capitalize(describeStatus(fact, article));
  if (fact.status === 'claimed') return `${status}; the article does not confirm it.`;
  return fact.working ? `${status}: ${fact.working}` : `${status}.`;
}

/**
 * A text about a fact, followed by who says so, unless the article itself does or the text already tells. The
 * attribution is a sentence after a sentence, and in brackets after anything else.
 */
export function withStatus(text: string, fact: Fact, article: Article): string {
  if (tellsStatus(text, fact, article)) return text;
  const status = describeStatus(fact, article);
  return /[.!?]$/.test(text) ? `${text} ${capitalize(status)}.` : `${text} (${status})`;
}

/** Whether a text about a fact needs no attribution: the article itself says so, or the text tells who does. */
export const tellsStatus = (text: string, fact: Fact, article: Article): boolean =>
  fact.status === 'stated' ||
  (fact.status === 'derived' && /\bworked out\b/i.test(text)) ||
  tellsWho(text, fact, article);

/** Who says several facts, each under a name: one sentence if it is the same for all, otherwise one for each sayer. */
export function describeSources(entries: readonly { name: string; fact: Fact }[], article: Article): string {
  const names = new Map<string, string[]>();
  for (const { name, fact } of entries) {
    const status = describeStatus(fact, article);
    names.set(status, [...(names.get(status) ?? []), name]);
  }
  const [only] = names.keys();
  if (names.size === 1 && only) return `${capitalize(only)}.`;
  return [...names].map(([status, of]) => `${of.join(', ')}: ${status}.`).join(' ');
}

/** The attribution in a few words, for brackets: "the ministry says so". */
export function describeStatus(fact: Fact, article: Article): string {
  const parties = partiesOf(fact, article);
  switch (fact.status) {
    case 'stated':
      return 'the article says so';
    case 'claimed':
      return saysSo(parties);
    case 'disputed':
      return parties.length > 1
        ? `disputed between ${parties.join(' and ')}`
        : `disputed by ${parties.join()}`;
    case 'derived':
      return 'worked out, not stated by the article';
    case 'resolved':
      return hasDate(fact)
        ? "worked out from the article's date"
        : 'worked out from what is known about the article';
  }
}

/** Who supports a yes, worded to follow "Yes, ": "the ministry says so". */
export function describeSupport(fact: Fact, article: Article): string {
  switch (fact.status) {
    case 'stated':
      return 'the article says so';
    case 'claimed':
      return saysSo(partiesOf(fact, article));
    case 'disputed':
      return 'the article reports it as disputed';
    case 'derived':
      return 'worked out from what the article says';
    case 'resolved':
      if (!hasDate(fact)) return 'worked out from the article and what is known about it';
      return fact.values.some((value) => value.kind === 'date' && value.dayStated)
        ? 'the article says so; the year is worked out'
        : "worked out from the article's date";
  }
}

const hasDate = ({ values }: Fact) => values.some(({ kind }) => kind === 'date');

/** "according to the ministry", "by the union's account", "scholars say". */
const TELLING =
  /\b(?:according to|account|sa(?:ys?|id)|state[ds]?|argue[ds]?|describe[ds]?|call(?:s|ed)|name[ds]|tells?|told)\b/i;

/** Whether a text names everybody who says the fact, and says that they do. */
function tellsWho(text: string, { saidBy = [] }: Fact, { parties }: Article): boolean {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .join(' ');
  const isNamed = (id: string) =>
    parties.find((party) => party.id === id)?.names.some((name) => ` ${words} `.includes(` ${name} `)) ??
    false;
  return saidBy.length > 0 && TELLING.test(text) && saidBy.every(isNamed);
}

/** The names of parties, each once: "the ministry and the union". */
export const partyNames = (ids: readonly string[], article: Article): string =>
  namesOf(ids, article).join(' and ');

const partiesOf = ({ saidBy = [] }: Fact, article: Article): string[] => namesOf(saidBy, article);

const namesOf = (ids: readonly string[], { parties }: Article): string[] =>
  [...new Set(ids)].map((id) => parties.find((party) => party.id === id)?.name ?? id);

/** "the scholars say so"; "Ann Lee, head of the committee, says so". */
function saysSo(names: readonly string[]): string {
  const text = names.join(' and ');
  // Only the head of a name decides: "the League of Producers" is one league.
  const head = names[0]?.split(/,| (?:of|for|in) /)[0] ?? '';
  const isSeveral = names.length > 1 || isPlural(head.split(' ').at(-1)?.toLowerCase() ?? '');
  return `${text}${names.at(-1)?.includes(',') ? ',' : ''} ${isSeveral ? 'say' : 'says'} so`;
}
