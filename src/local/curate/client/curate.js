// The page: you choose a paragraph on the left, and take, edit, merge or drop its records on the right. Unanswered
// questions are below the article.
import { element, part } from '../../page/client/element.js';
import { drawPassage } from './draw-passage.js';
import { drawRecord } from './draw-record.js';
import { keepTyped } from './fields.js';
import { markExcerpts } from './mark-excerpts.js';
import { drawQuestions } from './questions.js';

/** @import { Change, CurateState, Entry, Outcome } from '../index.ts' */
/** @import { Send } from './fields.js' */

/** @type {CurateState} */
let state;
/** Which paragraph is shown, from 1; 0 for the whole folder. */
let chosen = 0;
/** What is selected in it. */
let selected = '';
/** Number of records that are shown at a time: thousands of them would make the page slow. */
const SHOWN = 200;
let shown = SHOWN;

/**
 * @param {{ do: 'look' } | Change} what
 * @param {string} [form] that asks for it
 */
async function send(what, form) {
  const response = await fetch('/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  }).catch(() => undefined);
  const outcome = await (response && outcomeOf(response).catch(() => undefined));
  if (!outcome) return tell(['The program that serves this page has ended. Start it again.']);
  const refused = 'refused' in outcome ? outcome.refused : undefined;
  tell(refused ?? []);
  if (!outcome.state) return;
  if (what.do === 'draft' && !refused) selected = '';
  const changed = 'into' in what ? what.into.id : 'id' in what ? what.id : undefined;
  show(outcome.state, { changed, done: refused ? undefined : form });
}

/**
 * Reads the outcome. If the program failed, the response is plain text.
 * @param {Response} response
 * @returns {Promise<Outcome>}
 */
async function outcomeOf(response) {
  if (response.headers.get('content-type') === 'application/json') return response.json();
  return { refused: [await response.text()] };
}

/** @type {Send} */
const change = (what, form) => void send(what, form);

/** @param {readonly string[]} lines */
function tell(lines) {
  part('notice').textContent = lines.join('\n');
}

/**
 * @param {CurateState} next
 * @param {{ changed?: string | undefined, done?: string | undefined }} what the record that was changed, and the form
 *   that is done with
 */
function show(next, { changed, done }) {
  const focused = document.activeElement?.id ?? '';
  const before = state && new Set(state.entries.map(({ id }) => id));
  state = next;
  const made = before && state.entries.find(({ id }) => !before.has(id));
  if (made) showRecord(made);
  part('title').textContent = `Curate: ${state.subject}`;
  document.title = `Curate: ${state.subject}`;
  const count = (/** @type {Entry['kind']} */ kind) =>
    state.entries.filter((entry) => entry.kind === kind).length;
  part('count').textContent = `${count('fact')} facts, ${count('draft')} drafts, ${count('gap')} gaps`;
  drawParagraphs();
  drawRecords(done);
  drawUnanswered(done);
  if (!before) return;
  // Focuses what has to be written next, or what was changed, or the previous place.
  const places = [made && `short-${made.id}`, `title-${made?.id ?? changed}`, focused, 'records'];
  const place = places.flatMap((id) => (id && document.getElementById(id)) || [])[0];
  place?.focus();
}

/** Chooses so that a new record is among those that are shown. @param {Entry} made */
function showRecord({ id, citations }) {
  if (!citations.some(({ paragraph }) => paragraph === chosen)) chosen = 0;
  const records = chosen === 0 ? state.entries : citing(chosen);
  shown = Math.max(shown, records.findIndex((entry) => entry.id === id) + 1);
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
        { class: number === chosen ? 'paragraph chosen' : 'paragraph' },
        element(
          'button',
          {
            type: 'button',
            id: `paragraph-${number}`,
            class: facts === 0 ? 'none' : '',
            'aria-pressed': String(number === chosen),
            onclick: () => choose(number === chosen ? 0 : number),
          },
          `${number}: ${facts === 0 ? 'no fact' : `${facts} ${facts === 1 ? 'fact' : 'facts'}`}`,
        ),
        element('p', { onmouseup: (event) => choosePassage(event, number) }, ...markExcerpts(text, excerpts)),
      );
    }),
  );
  if (focused?.startsWith('paragraph-')) part(focused)?.focus();
}

/** @param {number} number */
function choose(number) {
  chosen = number;
  selected = '';
  shown = SHOWN;
  drawParagraphs();
  drawRecords();
  part('records').scrollTo({ top: 0 });
}

/**
 * Selects beside the records what is selected with the mouse.
 * @param {MouseEvent} event
 * @param {number} number
 */
function choosePassage({ currentTarget }, number) {
  const selection = getSelection();
  const text = selection?.toString().trim() ?? '';
  const isInside = [selection?.anchorNode, selection?.focusNode].every((node) =>
    /** @type {Element} */ (currentTarget).contains(node ?? null),
  );
  if (text === '' || !isInside) return;
  choose(number);
  selected = text;
  drawRecords();
}

/** @param {string} [done] */
function drawRecords(done) {
  keepTyped(part('records'), done);
  const records = chosen === 0 ? state.entries : citing(chosen);
  part('records-title').textContent = chosen === 0 ? 'All records' : `Paragraph ${chosen}`;
  part('missing').replaceChildren(...drawMissing());
  part('add').replaceChildren(...(chosen === 0 ? [] : [drawAdding(records)]));
  part('list').replaceChildren(
    element(
      'ul',
      {},
      ...records.slice(0, shown).map((entry) => element('li', {}, drawRecord(entry, state.entries, change))),
    ),
    records.length === 0 ? element('p', {}, 'Nothing cites this paragraph yet.') : '',
    records.length > shown
      ? element('button', { type: 'button', onclick: showMore }, `${records.length - shown} more`)
      : '',
  );
}

function showMore() {
  shown += SHOWN;
  drawRecords();
}

/** @param {readonly Entry[]} records those that cite the chosen paragraph */
const drawAdding = (records) =>
  drawPassage(
    { number: chosen, text: state.paragraphs[chosen - 1] ?? '', selected, citing: records },
    (passage) => {
      selected = passage;
    },
    change,
  );

/** What is wrong or missing: in the chosen paragraph, or anywhere. */
function drawMissing() {
  const ids = citing(chosen).map(({ id }) => `"${id}"`);
  const about = new RegExp(`paragraph ${chosen}\\b`);
  const problems =
    chosen === 0
      ? state.problems
      : state.problems.filter((problem) => about.test(problem) || ids.some((id) => problem.includes(id)));
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

/** @param {string} [done] */
function drawUnanswered(done) {
  keepTyped(part('unanswered'), done);
  const count = state.unanswered.length;
  part('unanswered').hidden = count === 0;
  part('to-questions').hidden = count === 0;
  part('to-questions').textContent = `${count} ${count === 1 ? 'question' : 'questions'} not answered`;
  part('questions').replaceChildren(...drawQuestions(state, change));
}

await send({ do: 'look' });
