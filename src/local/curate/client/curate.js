// The page: a paragraph is chosen at the left, and what is made of it stands at the right, to be taken, edited or dropped.
import { element, part } from '../../page/client/element.js';
import { drawRecord, FIELDS } from './draw-record.js';
import { markExcerpts } from './mark-excerpts.js';

/** @import { Change, CurateState, Entry } from '../index.ts' */

/** @type {CurateState} */
let state;
/** What was typed into fields and not saved yet, by the id of the field: nothing of it is lost when the page is drawn anew. */
const typed = new Map();
/** Which paragraph is shown, from 1; 0 for the whole folder. */
let chosen = 0;

/** @param {{ do: 'look' } | Change} what */
async function ask(what) {
  const changed = what.do === 'look' ? undefined : what.id;
  const response = await fetch('/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  }).catch(() => undefined);
  if (!response) return tell(['The program that serves this page has ended. Start it again.']);
  const outcome = await response.json();
  if (outcome.refused) return tell(outcome.refused);
  tell([]);
  show(outcome.state, changed);
}

/** @param {readonly string[]} lines */
function tell(lines) {
  part('notice').textContent = lines.join('\n');
}

/**
 * @param {CurateState} next
 * @param {string} [changed] the record whose fields are done with
 */
function show(next, changed) {
  state = next;
  part('title').textContent = `Curate: ${state.subject}`;
  document.title = `Curate: ${state.subject}`;
  const count = (/** @type {Entry['kind']} */ kind) =>
    state.entries.filter((entry) => entry.kind === kind).length;
  part('count').textContent = `${count('fact')} facts, ${count('draft')} drafts, ${count('gap')} gaps`;
  drawParagraphs();
  drawRecords(changed);
}

/** @param {number} number */
const citing = (number) =>
  state.entries.filter(({ citations }) => citations.some((one) => one.paragraph === number));

function drawParagraphs() {
  const focused = document.activeElement?.id;
  part('paragraphs').replaceChildren(
    ...state.paragraphs.map((text, at) => {
      const number = at + 1;
      const records = citing(number);
      const facts = records.filter(({ kind }) => kind === 'fact').length;
      const excerpts = records.flatMap(({ citations }) =>
        citations.flatMap(({ paragraph, excerpt }) => (paragraph === number ? [excerpt] : [])),
      );
      return element(
        'li',
        {},
        element(
          'button',
          {
            type: 'button',
            id: `paragraph-${number}`,
            class: 'paragraph',
            'aria-pressed': String(number === chosen),
            onclick: () => choose(number === chosen ? 0 : number),
          },
          element(
            'b',
            { class: facts === 0 ? 'none' : '' },
            `${number}: ${facts === 0 ? 'no fact' : `${facts} ${facts === 1 ? 'fact' : 'facts'}`}`,
          ),
          ...markExcerpts(text, excerpts),
        ),
      );
    }),
  );
  if (focused?.startsWith('paragraph-')) part(focused)?.focus();
}

/** @param {number} number */
function choose(number) {
  chosen = number;
  drawParagraphs();
  drawRecords();
  part('records').scrollTo({ top: 0 });
}

/** @param {string} [changed] */
function drawRecords(changed) {
  for (const field of part('list').querySelectorAll('textarea'))
    if (field.value === field.defaultValue) typed.delete(field.id);
    else typed.set(field.id, field.value);
  for (const id of changed === undefined ? [] : FIELDS.map((name) => `${name}-${changed}`)) typed.delete(id);
  const records = chosen === 0 ? state.entries : citing(chosen);
  part('records-title').textContent = chosen === 0 ? 'All records' : `Paragraph ${chosen}`;
  part('missing').replaceChildren(...drawMissing());
  part('list').replaceChildren(
    element(
      'ul',
      {},
      ...records.map((entry) =>
        element(
          'li',
          {},
          drawRecord(entry, typed, (change) => void ask(change)),
        ),
      ),
    ),
    records.length === 0 ? element('p', {}, 'Nothing cites this paragraph yet.') : '',
  );
}

/** What is wrong or missing: in the chosen paragraph, or anywhere. */
function drawMissing() {
  const about = new RegExp(`paragraph ${chosen}\\b`);
  const problems = chosen === 0 ? state.problems : state.problems.filter((problem) => about.test(problem));
  const whole =
    chosen === 0 ? [] : [element('button', { type: 'button', onclick: () => choose(0) }, 'Show all records')];
  if (problems.length === 0) return [...whole, element('p', { class: 'dim' }, 'Nothing is missing here.')];
  return [
    ...whole,
    element(
      'details',
      { open: chosen !== 0 },
      element('summary', {}, `${problems.length} missing or wrong`),
      element('ul', {}, ...problems.map((problem) => element('li', {}, problem))),
    ),
  ];
}

await ask({ do: 'look' });
