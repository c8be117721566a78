// Who says a fact: the article, one party, two parties that disagree, or the curators.
import type { Article, Fact } from '../core/knowledge/schema.ts';
import { capitalize } from './blocks.ts';

/** The attribution as a sentence, with the working of a fact that nobody states. */
export function describeAttribution(fact: Fact, article: Article): string {
  const status = capitalize(describeStatus(fact, article));
  return fact.working ? `${status}: ${fact.working}` : `${status}.`;
}

/** The attribution in a few words, for brackets: "claimed by the Writers Guild of America". */
export function describeStatus(fact: Fact, article: Article): string {
  const parties = (fact.saidBy ?? []).map(
    (id) => article.parties.find((party) => party.id === id)?.name ?? id,
  );
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
