// A small newspaper story for tests: records with one interesting thing each, and the people who ask about it.
import type { Found } from '../src/core/asking/answer.ts';
import { factOf, type Knowledge, parseKnowledge } from '../src/core/knowledge/parse.ts';

const AS_OF = 'the evening edition, April 24, 2017';

const article = {
  publisher: 'Gazette',
  date: '2017-04-24',
  dateBasis: 'The curators took the date from the address.',
  address: 'http://gazette.example/vote',
  subject: 'a vote of the guild',
  asOf: AS_OF,
  names: ['article', 'story'],
  unknown: ['byline'],
  editions: [{ time: '18:45', what: 'updated' }],
  paragraphs: 5,
  sha256: 'a'.repeat(64),
  views: [
    {
      id: 'votes',
      kind: 'comparison',
      title: 'The two votes',
      description: 'The two votes side by side',
    },
    {
      id: 'demands',
      kind: 'list',
      title: 'What the guild asks for',
      description: 'What the guild asks for',
      option: 'One demand',
      list: 'demands',
      replies: { title: 'How the studios responded', facts: ['refusal'] },
    },
  ],
  periods: [
    { id: '2017', name: 'This vote', names: ['this time', '2017'] },
    { id: '2007', name: 'The vote before', names: ['last time', '2007'] },
  ],
  parties: [
    { id: 'guild', name: 'the guild', side: 'writers', names: ['guild', 'union'] },
    { id: 'keyser', name: 'Chris Keyser', side: 'writers', names: ['keyser'] },
    { id: 'studios', name: 'the studios', side: 'studios', names: ['studios'] },
  ],
};

/** A fact about which only its id and these fields matter. */
export const record = (id: string, fields: object) => ({
  id,
  short: `Short of ${id}`,
  claim: `Claim of ${id}.`,
  status: 'stated',
  citations: [{ paragraph: 1, excerpt: `words on ${id}` }],
  values: [{ kind: 'direction', direction: 'for' }],
  questions: [`what about ${id}`, `tell me of ${id}`],
  related: ['yes-share'],
  ...fields,
});

const percent = { kind: 'number', unit: 'percent', of: 'ballots', measure: 'Voted yes' };

const facts = {
  dates: [
    record('vote-day', {
      status: 'resolved',
      working: 'The text says Monday only.',
      values: [{ kind: 'date', date: '2017-04-24', event: 'The vote' }],
    }),
    record('expiry', {
      status: 'resolved',
      working: 'The year follows from the date of the text.',
      values: [{ kind: 'date', date: '2017-05-01', event: 'The contract ends', dayStated: true }],
    }),
    record('last-strike', { values: [{ kind: 'date', date: '2007', event: 'The last strike' }] }),
  ],
  demands: [
    record('demands', {
      items: ['raise', 'health'],
      values: [{ kind: 'party', party: 'guild' }],
      related: ['refusal', 'raise'],
    }),
    record('raise', { short: 'A raise of 3%' }),
    record('health', { short: 'A better health plan', related: ['refusal'] }),
    record('refusal', {
      status: 'claimed',
      saidBy: ['guild'],
      values: [{ kind: 'party', party: 'studios' }],
    }),
  ],
  parties: [record('who-left', { status: 'disputed', saidBy: ['guild', 'studios'] })],
  quotes: [
    record('leverage', {
      status: 'claimed',
      saidBy: ['keyser'],
      quotation: {
        speaker: 'keyser',
        text: 'is either the threat of or the actual practice of a strike.',
        paragraph: 4,
        setting: 'in a podcast',
      },
    }),
  ],
  votes: [
    record('yes-share', {
      short: '96.3% voted yes',
      status: 'claimed',
      saidBy: ['guild'],
      values: [{ ...percent, number: 96.3 }],
      questions: ['how many voted yes', 'what was the result'],
      related: ['vote-2007'],
    }),
    record('vote-2007', {
      short: '90% voted yes in 2007',
      period: '2007',
      values: [{ ...percent, number: 90 }],
    }),
    record('turnout', { values: [{ ...percent, number: 67.5, measure: 'Turnout' }] }),
    record('yes-votes', {
      status: 'derived',
      working: '96.3% of 6,310.',
      values: [
        { kind: 'number', number: 6077, low: 6074, high: 6079, unit: 'ballots', measure: 'Yes votes' },
      ],
    }),
  ],
};

const gaps = [
  {
    id: 'result-hour',
    says: "The article doesn't say at what hour.",
    nearest: ['vote-day'],
    questions: ['what hour was it'],
  },
];

const words = { same: [], short: {}, opposites: [], negations: [] };

/** What the files of the story's knowledge folder hold, by their paths. */
export const files: Readonly<Record<string, unknown>> = {
  'article.yaml': article,
  'gaps.yaml': gaps,
  'words.yaml': words,
  // Small talk that comes with the bot would be most of so small a knowledge.
  'common/gaps.yaml': [],
  ...Object.fromEntries(Object.entries(facts).map(([topic, records]) => [`facts/${topic}.yaml`, records])),
};

export const knowledge: Knowledge = parseKnowledge(
  Object.entries(files).map(([path, data]) => ({ path, data, lineOf: () => 1 })),
);

/** The line that ends every answer. */
export const asOfLine = `As of ${AS_OF}`;

/** A found answer as the desk gives it, for one fact of the fixtures. */
export function found(id: string, more: Partial<Found> = {}): Found {
  const fact = factOf(knowledge, id);
  const all = (ids: readonly string[] = []) => ids.map((other) => factOf(knowledge, other));
  return {
    outcome: 'found',
    fact,
    items: all(fact.items),
    also: [],
    related: all(fact.related),
    ...more,
  };
}

export const asker = { id: '100000000000000001', name: 'Ann', moderates: false, pins: false };
export const bystander = { id: '100000000000000002', name: 'Ben', moderates: false, pins: false };
export const moderator = { id: '100000000000000003', name: 'Mo', moderates: true, pins: true };

/** What a hostile member types: markup, pings, a link and a custom id. */
export const HOSTILE =
  '@everyone <@100000000000000002> **bold** `code` [x](http://evil.example) # big\n> quote ||spoiler|| show?fact=x';
