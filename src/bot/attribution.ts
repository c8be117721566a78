// Who says a fact: the article, one party, two parties that disagree, or the curators.
import type { Article, Fact } from '../core/knowledge/schema.ts';
import { isPlural } from '../core/text/plural.ts';
import { capitalize } from './blocks.ts';

/** The attribution as a sentence, with the working of a fact that nobody states. */
export function describeAttribution(fact: Fact, article: Article): string {
  const status = capitalize(describeStatus(fact, article));
  return fact.working ? `${status}: ${fact.working}` : `${status}.`;
}

/** The attribution in a few words, for brackets: "claimed by the Writers Guild of America". */
export function describeStatus(fact: Fact, article: Article): string {
  const parties = partiesOf(fact, article);
  switch (fact.status) {
    case 'stated':
      return 'stated by the article';
    case 'claimed':
      return `claimed by ${parties.join(' and ')}`;
    case 'disputed':
      return parties.length > 1
        ? `disputed between ${parties.join(' and ')}`
        : `disputed by ${parties.join()}`;
    case 'derived':
      return 'derived from the article, which does not state it';
    case 'resolved':
      return 'resolved by the curators';
  }
}

/** Whose word it is that a fact bears something out, worded to follow "Yes, ": "the Writers Guild of America says so". */
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
      return fact.values.some((value) => value.kind === 'date' && value.dayStated)
        ? 'the article says so; the year is worked out'
        : 'worked out from the article and what is known about it';
  }
}

const partiesOf = ({ saidBy = [] }: Fact, { parties }: Article): string[] =>
  saidBy.map((id) => parties.find((party) => party.id === id)?.name ?? id);

/** "the writers say so"; "Chris Keyser, co-chair of the committee, says so". */
function saysSo(names: readonly string[]): string {
  const text = names.join(' and ');
  // Only the head of a name decides: "the Alliance of Producers" is one alliance.
  const head = names[0]?.split(/,| (?:of|for|in) /)[0] ?? '';
  const isSeveral = names.length > 1 || isPlural(head.split(' ').at(-1)?.toLowerCase() ?? '');
  return `${text}${names.at(-1)?.includes(',') ? ',' : ''} ${isSeveral ? 'say' : 'says'} so`;
}
