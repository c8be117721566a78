// One record: what it says, and what can be done with it. A draft has fields for what a person has to write.
import { element } from '../../page/client/element.js';
import { confirmed, drawChoice, drawField, drawMeanwhile, form, opener, toLines } from './fields.js';
import { takesQuestions } from './questions.js';

/** @import { Entry } from '../index.ts' */
/** @import { Send } from './fields.js' */

/**
 * @param {Entry} entry
 * @param {readonly Entry[]} entries all records of the folder
 * @param {Send} change
 */
export function drawRecord(entry, entries, change) {
  const { id, path, version, kind, unfound } = entry;
  const place = { path, id, version };
  const below = element('div', {});
  const edit = () => drawEditor(entry, (yaml) => change({ do: 'edit', ...place, yaml }, id));
  const record = element(
    'article',
    { class: `record ${kind}`, 'aria-labelledby': `title-${id}` },
    element(
      'header',
      {},
      element('h3', { id: `title-${id}`, tabindex: -1 }, id),
      element('span', { class: 'dim' }, [kind, path, entry.status].filter(Boolean).join(', ')),
    ),
    kind === 'draft'
      ? drawDraft(entry, (written) => change({ do: 'take', ...place, ...written }, id))
      : [element('p', {}, element('b', {}, entry.short)), entry.claim ? element('p', {}, entry.claim) : null],
    kind !== 'draft' && entry.questions.length > 0
      ? element('p', { class: 'dim' }, entry.questions.join(' · '))
      : null,
    unfound
      ? element(
          'p',
          { class: 'missing' },
          `Nobody finds it${unfound.takenFor ? `: its questions lead to ${unfound.takenFor}` : ''}.`,
        )
      : null,
    element(
      'div',
      { class: 'actions' },
      opener({ name: 'edit', form: id }, 'Edit', below, edit),
      kind === 'gap'
        ? null
        : opener({ name: 'merge', form: id }, 'Merge', below, () => drawMerge(entry, entries, change)),
      confirmed(`drop-${id}`, 'Drop', `Drop ${id}: sure?`, () => change({ do: 'drop', ...place })),
    ),
    below,
  );
  takesQuestions(record, (question) => change({ do: 'add question', ...place, question }));
  return record;
}

/**
 * @param {Entry} entry
 * @param {(written: { short: string; claim: string; questions: string[] }) => void} take
 */
function drawDraft({ id, short, claim, questions, citations }, take) {
  const shortField = drawField({ name: 'short', form: id }, short, { rows: 1 });
  const claimField = drawField({ name: 'claim', form: id }, claim, { rows: 2 });
  const asked = drawField({ name: 'questions', form: id }, questions.join('\n'), {
    rows: Math.max(2, questions.length),
  });
  return form(
    `Take ${id}`,
    () => take({ short: shortField.value, claim: claimField.value, questions: toLines(asked.value) }),
    ...citations.map(({ paragraph, excerpt }) =>
      element('p', { class: 'dim' }, `Paragraph ${paragraph}: “${excerpt}”`),
    ),
    element('label', {}, 'The answer in a few words', shortField),
    drawMeanwhile({ name: 'short', form: id }, short),
    element('label', {}, 'The claim, in sentences of your own that stand alone', claimField),
    drawMeanwhile({ name: 'claim', form: id }, claim),
    element('label', {}, 'How members ask for it, each question on a line', asked),
    drawMeanwhile({ name: 'questions', form: id }, questions.join('\n')),
    element('div', { class: 'actions' }, element('button', { type: 'submit' }, 'Take')),
  );
}

/**
 * @param {Entry} entry
 * @param {(yaml: string) => void} save
 */
function drawEditor({ id, yaml }, save) {
  const field = drawField({ name: 'yaml', form: id }, yaml, {
    class: 'yaml',
    rows: Math.min(30, yaml.split('\n').length + 1),
    spellcheck: 'false',
  });
  return form(
    `Edit ${id}`,
    () => save(field.value),
    element('label', {}, 'As it stands in its file', field),
    drawMeanwhile({ name: 'yaml', form: id }, yaml),
    element('div', { class: 'actions' }, element('button', { type: 'submit' }, 'Save')),
  );
}

/**
 * The form for merging a fact into another one. The text to begin with consists of both claims.
 * @param {Entry} entry
 * @param {readonly Entry[]} entries
 * @param {Send} change
 */
function drawMerge(entry, entries, change) {
  const { id, path, version } = entry;
  const cited = new Set(entry.citations.map(({ paragraph }) => paragraph));
  const facts = entries.filter((other) => other.kind !== 'gap' && other !== entry);
  const isNear = (/** @type {Entry} */ other) =>
    other.citations.some(({ paragraph }) => cited.has(paragraph));
  const choice = drawChoice(
    { name: 'into', form: id },
    facts.filter(isNear),
    facts.filter((other) => !isNear(other)),
  );
  const chosen = () => facts.find((other) => other.id === choice.value);
  const shortOfBoth = () => chosen()?.short || entry.short;
  const claimOfBoth = () => [chosen()?.claim, entry.claim].filter(Boolean).join(' ');
  const short = drawField({ name: 'merged-short', form: id }, shortOfBoth(), { rows: 1 });
  const claim = drawField({ name: 'merged-claim', form: id }, claimOfBoth(), { rows: 3 });
  choice.addEventListener('change', () => {
    short.value = short.defaultValue = shortOfBoth();
    claim.value = claim.defaultValue = claimOfBoth();
  });
  return form(
    `Merge ${id}`,
    () => {
      const into = chosen();
      if (into)
        change(
          {
            do: 'merge',
            ...{ path, id, version },
            into: { path: into.path, id: into.id, version: into.version },
            short: short.value,
            claim: claim.value,
          },
          id,
        );
    },
    element('label', {}, 'The fact that it goes into', choice),
    element('label', {}, 'The answer of both in a few words', short),
    element('label', {}, 'The claim of both', claim),
    element('div', { class: 'actions' }, element('button', { type: 'submit' }, `Merge ${id} into it`)),
  );
}
