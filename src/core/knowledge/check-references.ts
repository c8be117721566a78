// Checks that everything a record refers to exists: facts, parties, periods, paragraphs, concepts.

import { counted } from '../text/counted.ts';
import { checkChosen } from './check-chosen.ts';
import type { Concepts } from './concepts-schema.ts';
import type { KnowledgeFile } from './knowledge-file.ts';
import { placeOf, type RecordInFile, type Records } from './records.ts';
import { type Ids, type Lost, noFact, unlisted } from './references.ts';
import type { Article, Draft, Fact } from './schema.ts';

/** Maximum number of further places that a problem names. */
const MORE_PLACES = 3;

/**
 * Finds references to records that do not exist. One missing id is one problem, however many places name it, because
 * usually the record itself was renamed.
 *
 * @param placedArticle given if it is valid; without it, parties, periods and paragraphs are not checked
 * @param concepts given if they are valid, empty if there are none; without them, no concepts are checked
 * @returns the problems, each with the first place where it occurs
 */
export function checkReferences(
  { facts, drafts, gaps, wordings, concepts: placedConcepts }: Records,
  ids: Ids,
  placedArticle: Records['articles'][number] | undefined,
  concepts: Concepts | undefined,
): string[] {
  const places = new Map<string, string[]>();
  const lostIn =
    ({ file, keys }: { file: KnowledgeFile; keys: readonly PropertyKey[] }): Lost =>
    (more, what) =>
      places.set(what, [...(places.get(what) ?? []), placeOf({ file, keys: [...keys, ...more] })]);

  const article = placedArticle?.record;
  const areDrafts = new Set(drafts.map(({ id }) => id));
  if (placedArticle) checkChosen(placedArticle.record, { facts, drafts, ids }, lostIn(placedArticle));
  for (const placed of placedConcepts) checkPopulations(placed.record, lostIn(placed));
  for (const placed of [...facts, ...drafts]) {
    checkFactIds(placed, ids, lostIn(placed));
    if (article) checkArticle(placed.record, article, lostIn(placed));
    if (concepts) checkConcepts(placed.record, concepts, lostIn(placed));
  }
  for (const placed of facts)
    placed.record.items?.forEach((id, i) => {
      if (areDrafts.has(id)) lostIn(placed)(['items', i], unlisted(id));
    });
  for (const placed of gaps)
    placed.record.nearest.forEach((id, i) => {
      if (!ids.facts.has(id)) lostIn(placed)(['nearest', i], noFact(id));
    });
  for (const placed of wordings) {
    if (!ids.facts.has(placed.id) && !ids.gaps.has(placed.id))
      lostIn(placed)([], `"${placed.id}" is not the id of a fact or a gap`);
    if (ids.gaps.has(placed.id) && placed.record.falsePremise.length > 0)
      lostIn(placed)(
        ['falsePremise'],
        `"${placed.id}" is a gap, which corrects nothing; use "asked" instead of "falsePremise"`,
      );
  }
  return [...places].map(([what, [first, ...others]]) => `${first}: ${what}${alsoAt(others)}`);
}

function checkFactIds({ id, record }: RecordInFile<Fact | Draft>, ids: Ids, lost: Lost): void {
  for (const field of ['related', 'items'] as const)
    (record[field] ?? []).forEach((other, i) => {
      if (!ids.facts.has(other)) lost([field, i], noFact(other));
      if (other === id) lost([field, i], `"${id}" names itself under ${field}`);
    });
}

function checkArticle(
  fact: Fact | Draft,
  { parties, periods, paragraphs, views }: Article,
  lost: Lost,
): void {
  const oneOf = (
    kind: string,
    known: readonly { id: string }[],
    id: string | undefined,
    keys: PropertyKey[],
  ) => {
    if (id !== undefined && !known.some((one) => one.id === id))
      lost(keys, `"${id}" is not a ${kind} of article.yaml (${known.map((one) => one.id).join(', ')})`);
  };
  const columns = views.flatMap((view) => ('columns' in view ? (view.columns ?? []) : []));
  const paragraph = (n: number, keys: PropertyKey[]) => {
    if (n > paragraphs)
      lost(keys, `there is no paragraph ${n}: the article has ${paragraphs}, by article.yaml`);
  };
  fact.saidBy?.forEach((id, i) => {
    oneOf('party', parties, id, ['saidBy', i]);
  });
  oneOf('period', periods, fact.period, ['period']);
  fact.citations.forEach((citation, i) => {
    paragraph(citation.paragraph, ['citations', i, 'paragraph']);
  });
  fact.values.forEach((value, i) => {
    if (value.kind === 'party') oneOf('party', parties, value.party, ['values', i, 'party']);
    if (value.kind === 'number' || value.kind === 'range')
      oneOf('period', periods, value.period, ['values', i, 'period']);
    if (value.kind === 'number') oneOf('column', columns, value.column, ['values', i, 'column']);
  });
  fact.statements?.forEach((statement, i) => {
    for (const field of ['actor', 'subject', 'accused'] as const)
      oneOf('party', parties, statement[field], ['statements', i, field]);
    statement.sayers?.forEach((id, n) => {
      oneOf('party', parties, id, ['statements', i, 'sayers', n]);
    });
    for (const field of ['period', 'exceptPeriod'] as const)
      oneOf('period', periods, statement[field], ['statements', i, field]);
  });
  if (fact.quotation) {
    oneOf('party', parties, fact.quotation.speaker, ['quotation', 'speaker']);
    paragraph(fact.quotation.paragraph, ['quotation', 'paragraph']);
  }
}

/** Creates the check of lists of concepts. An entry may name several, joined by "|". */
const createKnown =
  ({ phrases }: Concepts, lost: Lost) =>
  (ids: readonly string[] | undefined, keys: PropertyKey[]): void => {
    ids?.forEach((group, i) => {
      for (const id of group.split('|'))
        if (!Object.hasOwn(phrases, id))
          lost(
            [...keys, i],
            Object.keys(phrases).length > 0
              ? `"${id}" is not a concept of concepts.yaml`
              : 'names a concept, but there is no concepts.yaml',
          );
    });
  };

function checkPopulations(concepts: Concepts, lost: Lost): void {
  const known = createKnown(concepts, lost);
  concepts.populations.forEach(({ concept, consistsOf, parts }, i) => {
    const keys = ['populations', i];
    known([concept], [...keys, 'concept']);
    if (consistsOf) known([consistsOf], [...keys, 'consistsOf']);
    known(parts, [...keys, 'parts']);
  });
}

function checkConcepts({ statements, values }: Fact | Draft, concepts: Concepts, lost: Lost): void {
  const known = createKnown(concepts, lost);
  statements?.forEach((statement, i) => {
    const keys = ['statements', i];
    for (const field of ['about', 'affirms', 'opposes', 'unless'] as const)
      known(statement[field], [...keys, field]);
    if (statement.does) known([statement.does], [...keys, 'does']);
  });
  values.forEach((value, i) => {
    if (!('told' in value) || !value.told) return;
    const keys = ['values', i, 'told'];
    for (const field of ['by', 'with', 'not'] as const) known(value.told[field], [...keys, field]);
    if ('whose' in value.told && value.told.whose) known([value.told.whose], [...keys, 'whose']);
  });
}

function alsoAt(others: readonly string[]): string {
  if (others.length === 0) return '';
  const named = others.slice(0, MORE_PLACES).join(', ');
  const rest = others.length - MORE_PLACES;
  return ` (also at ${named}${rest > 0 ? ` and ${counted(rest, 'more place')}` : ''})`;
}
