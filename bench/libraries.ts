// The searches under comparison, each set up as its documentation recommends for questions with typing errors.
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Index } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { createSearch } from '../src/core/ranking/search.ts';
import type { GeneratedFact } from './generated.ts';

/** Finds the id of the best fact for a query; undefined if there is none. */
export type FindBest = (query: string) => string | undefined;

/** Number of results that each library is asked for, which is enough for a list of near matches. */
const LIMIT = 10;

/** The libraries by name. Each makes a search over facts. */
export const libraries: Record<string, (facts: readonly GeneratedFact[]) => FindBest> = {
  'this search': (facts) => {
    const search = createSearch(
      facts.map(({ id, claim, questions }) => ({
        id,
        fields: [claim, ...questions].map((text) => ({ text, weight: 1 })),
      })),
    );
    return (query) => search.find(query, LIMIT)[0]?.id;
  },

  // The fuzzy and prefix options, with the values of its README.
  MiniSearch: (facts) => {
    const search = new MiniSearch({
      fields: ['claim', 'questions'],
      searchOptions: { fuzzy: 0.2, prefix: true },
    });
    search.addAll(facts.map(({ id, claim, questions }) => ({ id, claim, questions: questions.join('\n') })));
    return (query) => search.search(query)[0]?.id;
  },

  // Its README: the tokenizer that tolerates typing errors, and suggestions for queries not all of whose words match.
  FlexSearch: (facts) => {
    const search = new Index({ tokenize: 'tolerant' });
    for (const [index, { claim, questions }] of facts.entries())
      search.add(index, [claim, ...questions].join('\n'));
    return (query) => facts[search.search(query, { limit: LIMIT, suggest: true })[0] as number]?.id;
  },

  // One error per word. With two it took four times as long and found fewer (48% instead of 82% at 1,000 facts).
  Orama: (facts) => {
    const database = create({ schema: { id: 'string', claim: 'string', questions: 'string[]' } as const });
    insertMultiple(database, [...facts]);
    return (query) => {
      const results = searchOrama(database, {
        term: query,
        properties: ['claim', 'questions'],
        tolerance: 1,
        limit: LIMIT,
      });
      if (results instanceof Promise)
        throw new Error('Orama answered with a promise; measure it with await instead.');
      return results.hits[0]?.document.id;
    };
  },

  // What its documentation recommends for queries of several words. A stricter threshold is faster and finds more here.
  'fuse.js token search': (facts) => {
    const fuse = new Fuse(facts, { keys: ['claim', 'questions'], useTokenSearch: true, threshold: 0.3 });
    return (query) => fuse.search(query, { limit: LIMIT })[0]?.item.id;
  },

  // The default options, but the position in the text is ignored, as its documentation advises for long texts.
  'fuse.js': (facts) => {
    const fuse = new Fuse(facts, { keys: ['claim', 'questions'], ignoreLocation: true });
    return (query) => fuse.search(query, { limit: LIMIT })[0]?.item.id;
  },
};
