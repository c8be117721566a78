// Scores drafts against the facts that people wrote from the same article.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Citation, Draft, Fact, Value } from '../core/knowledge/schema.ts';
import type { NamedParty } from '../drafting/name-speakers.ts';

/** How many of the wanted items were found, and how many there are; or how many of the found ones were wanted. */
export interface Recall {
  found: number;
  wanted: number;
}

export interface DraftScore {
  name: string;
  /** How much of what people wrote is in the drafts. */
  recall: Recall;
  /** How much of the drafts people wrote too; missing where that says nothing. */
  precision?: Recall;
}

type Drafted = Pick<Draft, 'citations' | 'quotation' | 'saidBy' | 'values'>;

/**
 * Scores drafts.
 *
 * - A fact is found if a draft cites words that it cites, and has a figure, date or quotation of it if it has any.
 * - Figures, dates and times are compared in their paragraph. Those that a fact derives (`working`) are nowhere in the
 *   article and are not wanted, except dates, which a draft may resolve.
 * - A speaker, and whoever says so, is right if the two parties share a name.
 *
 * @param paragraphs those of the article
 * @param parties those that the drafts name
 */
export function scoreDrafts(
  drafts: readonly Drafted[],
  parties: readonly NamedParty[],
  knowledge: Knowledge,
  paragraphs: readonly string[],
): DraftScore[] {
  const facts = [...knowledge.facts.values()];
  const places = (citations: readonly Citation[]) =>
    citations.map((citation) => placeOf(citation, paragraphs));
  const touches = (one: Pick<Drafted, 'citations'>, other: Pick<Drafted, 'citations'>) =>
    places(one.citations).some((a) =>
      places(other.citations).some((b) => a.paragraph === b.paragraph && a.start < b.end && b.start < a.end),
    );
  const finds = (draft: Drafted, fact: Fact) => {
    const keys = keysOf(fact);
    return touches(draft, fact) && (keys.length === 0 || keysOf(draft).some((key) => keys.includes(key)));
  };
  const named = (id: string | undefined, list: readonly NamedParty[]) =>
    list.find((party) => party.id === id)?.names ?? [];
  const isSame = (drafted: string | undefined, written: string | undefined) => {
    const names = named(written, knowledge.article.parties).map(plain);
    return named(drafted, parties).some((name) => names.includes(plain(name)));
  };

  const wanted = (kinds: readonly Value['kind'][]) =>
    unique(facts.flatMap((fact) => placedValues(fact, kinds)));
  const drafted = (kinds: readonly Value['kind'][]) =>
    unique(drafts.flatMap((draft) => placedValues(draft, kinds)));
  const compare = (name: string, kinds: readonly Value['kind'][]): DraftScore => {
    const [want, have] = [wanted(kinds), drafted(kinds)];
    const shares = (list: readonly PlacedValue[], other: readonly PlacedValue[]) => ({
      found: list.filter((one) =>
        other.some((two) => one.key === two.key && one.paragraphs.some((n) => two.paragraphs.includes(n))),
      ).length,
      wanted: list.length,
    });
    return { name, recall: shares(want, have), precision: shares(have, want) };
  };

  const quoted = facts.flatMap(({ quotation }) => quotation ?? []);
  const ownQuoted = drafts.flatMap(({ quotation }) => quotation ?? []);
  const sameText = (a: { text: string }, b: { text: string }) => plain(a.text) === plain(b.text);
  const attributed = facts.filter(({ saidBy, status }) => saidBy && status === 'claimed');
  return [
    {
      name: 'facts',
      recall: count(facts, (fact) => drafts.some((draft) => finds(draft, fact))),
      precision: count(drafts, (draft) => facts.some((fact) => touches(draft, fact))),
    },
    compare('figures', ['number']),
    compare('dates and times', ['date', 'time']),
    {
      name: 'quotations',
      recall: count(quoted, (one) => ownQuoted.some((other) => sameText(one, other))),
      precision: count(ownQuoted, (one) => quoted.some((other) => sameText(one, other))),
    },
    {
      name: 'quotations with the right speaker',
      recall: count(quoted, (one) =>
        ownQuoted.some((other) => sameText(one, other) && isSame(other.speaker, one.speaker)),
      ),
    },
    {
      name: 'claims with who says so',
      recall: count(attributed, (fact) =>
        drafts.some(
          (draft) =>
            touches(draft, fact) &&
            draft.saidBy?.some((id) => fact.saidBy?.some((other) => isSame(id, other))),
        ),
      ),
    },
  ];
}

function count<T>(list: readonly T[], isFound: (one: T) => boolean): Recall {
  return { found: list.filter(isFound).length, wanted: list.length };
}

const plain = (text: string): string =>
  text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[,.]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Where an excerpt is in its paragraph. */
function placeOf({ paragraph, excerpt }: Citation, paragraphs: readonly string[]) {
  const start = plain(paragraphs[paragraph - 1] ?? '').indexOf(plain(excerpt));
  return { paragraph, start, end: start + plain(excerpt).length };
}

/** A value of a record, and the paragraphs that it may be in. */
interface PlacedValue {
  key: string;
  paragraphs: readonly number[];
}

function placedValues(
  { citations, values, ...record }: Drafted & Partial<Fact>,
  kinds: readonly Value['kind'][],
): PlacedValue[] {
  const paragraphs = citations.map(({ paragraph }) => paragraph);
  return values.flatMap((value) => {
    const key = keyOf(value);
    const isDerived = value.kind === 'number' && record.working !== undefined;
    return key !== undefined && kinds.includes(value.kind) && !isDerived ? [{ key, paragraphs }] : [];
  });
}

const unique = (values: readonly PlacedValue[]): PlacedValue[] =>
  values.filter(
    ({ key, paragraphs }, i) =>
      values.findIndex((other) => other.key === key && other.paragraphs.join() === paragraphs.join()) === i,
  );

/** The key by which a value is compared; undefined if values of its kind are not compared. */
function keyOf(value: Value): string | undefined {
  if (value.kind === 'number') return `number ${value.number}`;
  if (value.kind === 'date') return `date ${value.date}`;
  return value.kind === 'time' ? `time ${value.time}` : undefined;
}

const keysOf = ({ values, quotation }: Drafted): string[] => [
  ...values.flatMap((value) => keyOf(value) ?? []),
  ...(quotation ? [`quotation ${plain(quotation.text)}`] : []),
];
