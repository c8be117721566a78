// Checks what article.yaml chooses for members: each fact, gap, measure, view and question that it names must exist.
import { wordingKey } from '../text/tokens.ts';
import type { Records } from './records.ts';
import { type Ids, type Lost, noFact, unlisted } from './references.ts';
import type { Article } from './schema.ts';

/** What article.yaml can choose from. */
interface Choosable extends Pick<Records, 'facts' | 'drafts'> {
  ids: Ids;
}

/** Reports what /tldr, the examples, the views and the summary name but does not exist. */
export function checkChosen(article: Article, { facts, drafts, ids }: Choosable, lost: Lost): void {
  const areDrafts = new Set(drafts.map(({ id }) => id));
  // A fact with a fault of its own is reported already, and what it holds is not missing.
  const areWhole = facts.length + drafts.length === ids.facts.size;
  const checkFacts = (chosen: readonly string[] | undefined, keys: readonly PropertyKey[]) => {
    for (const [i, id] of (chosen ?? []).entries()) {
      if (!ids.facts.has(id)) lost([...keys, i], noFact(id));
      if (areDrafts.has(id)) lost([...keys, i], unlisted(id));
    }
  };

  checkFacts(article.inShort, ['inShort']);

  const questions = new Set(facts.flatMap(({ record }) => record.questions.map(wordingKey)));
  for (const [i, question] of (article.examples ?? []).entries())
    if (areWhole && !questions.has(wordingKey(question)))
      lost(['examples', i], `"${question}" is not a question of any fact; choose one, word for word`);

  const measures = new Set(
    [...facts, ...drafts].flatMap(({ record }) =>
      record.values.flatMap((value) => (value.kind === 'number' ? (value.measure ?? []) : [])),
    ),
  );
  for (const [i, view] of article.views.entries()) {
    if (view.kind === 'comparison')
      for (const [n, measure] of (view.measures ?? []).entries())
        if (areWhole && !measures.has(measure))
          lost(['views', i, 'measures', n], `"${measure}" is not the "measure" of any value`);
    if (view.kind !== 'list') continue;
    const list = facts.find(({ id }) => id === view.list);
    if (!ids.facts.has(view.list)) lost(['views', i, 'list'], noFact(view.list));
    else if (areDrafts.has(view.list)) lost(['views', i, 'list'], unlisted(view.list));
    else if (list && !list.record.items)
      lost(['views', i, 'list'], `"${view.list}" lists nothing; give that fact "items"`);
    checkFacts(view.replies?.facts, ['views', i, 'replies', 'facts']);
  }

  for (const [i, section] of (article.summary ?? []).entries()) {
    checkFacts(section.facts, ['summary', i, 'facts']);
    if (section.dates !== 'all') checkFacts(section.dates, ['summary', i, 'dates']);
    for (const [n, id] of (section.gaps ?? []).entries())
      if (!ids.gaps.has(id)) lost(['summary', i, 'gaps', n], `"${id}" is not the id of a gap`);
    if (section.view !== undefined && !article.views.some(({ id }) => id === section.view))
      lost(['summary', i, 'view'], `"${section.view}" is not a view of article.yaml`);
  }
}
