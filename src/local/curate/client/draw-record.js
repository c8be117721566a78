// One record: what it says, and what can be done with it. A draft has fields for what a person has to write.
import { element } from '../../page/client/element.js';

/** @import { Change, Entry } from '../index.ts' */

/** The fields of a record; the id of each is its name and the record's id. */
export const FIELDS = ['short', 'claim', 'yaml'];

/**
 * @param {Entry} entry
 * @param {ReadonlyMap<string, string>} typed what was typed into fields before, by their ids
 * @param {(change: Change) => void} change
 */
export function drawRecord(entry, typed, change) {
  const { id, path, version, kind } = entry;
  const place = { path, id, version };
  const editor = element('div', {});
  const edit = element('button', { type: 'button', 'aria-expanded': 'false', onclick: toggle }, 'Edit');

  function toggle() {
    const isOpen = editor.childElementCount > 0;
    edit.setAttribute('aria-expanded', String(!isOpen));
    editor.replaceChildren(
      ...(isOpen ? [] : [drawEditor(entry, typed, (yaml) => change({ do: 'edit', ...place, yaml }))]),
    );
    editor.querySelector('textarea')?.focus();
  }
  if (typed.has(`yaml-${id}`)) toggle();

  return element(
    'article',
    { class: `record ${kind}`, 'aria-labelledby': `title-${id}` },
    element(
      'header',
      {},
      element('h3', { id: `title-${id}` }, id),
      element('span', { class: 'dim' }, `${kind}, ${path}`),
    ),
    kind === 'draft'
      ? drawDraft(entry, typed, (written) => change({ do: 'take', ...place, ...written }))
      : [element('p', {}, element('b', {}, entry.short)), entry.claim ? element('p', {}, entry.claim) : null],
    entry.questions.length > 0 ? element('p', { class: 'dim' }, entry.questions.join(' · ')) : null,
    element(
      'div',
      { class: 'actions' },
      edit,
      confirmed('Drop', `Drop ${id}: sure?`, () => change({ do: 'drop', ...place })),
    ),
    editor,
  );
}

/**
 * A field with what stands in the file, or what was typed into it since.
 * @param {string} id
 * @param {string} text
 * @param {ReadonlyMap<string, string>} typed
 * @param {Record<string, string | number>} attributes
 */
function drawField(id, text, typed, attributes) {
  const field = element('textarea', { id, ...attributes }, text);
  field.value = typed.get(id) ?? text;
  return field;
}

/**
 * @param {Entry} entry
 * @param {ReadonlyMap<string, string>} typed
 * @param {(written: { short: string; claim: string }) => void} take
 */
function drawDraft({ id, short, claim, citations }, typed, take) {
  const shortField = drawField(`short-${id}`, short, typed, { rows: 1 });
  const claimField = drawField(`claim-${id}`, claim, typed, { rows: 2 });
  return element(
    'form',
    {
      class: 'record-draft',
      'aria-label': `Take ${id}`,
      onsubmit(event) {
        event.preventDefault();
        take({ short: shortField.value, claim: claimField.value });
      },
    },
    ...citations.map(({ paragraph, excerpt }) =>
      element('p', { class: 'dim' }, `Paragraph ${paragraph}: “${excerpt}”`),
    ),
    element('label', {}, 'The answer in a few words', shortField),
    element('label', {}, 'The claim, in sentences of your own that stand alone', claimField),
    element('div', { class: 'actions' }, element('button', { type: 'submit' }, 'Take')),
  );
}

/**
 * @param {Entry} entry
 * @param {ReadonlyMap<string, string>} typed
 * @param {(yaml: string) => void} save
 */
function drawEditor({ id, yaml }, typed, save) {
  const field = drawField(`yaml-${id}`, yaml, typed, {
    class: 'yaml',
    rows: Math.min(30, yaml.split('\n').length + 1),
    spellcheck: 'false',
  });
  return element(
    'form',
    {
      'aria-label': `Edit ${id}`,
      onsubmit(event) {
        event.preventDefault();
        save(field.value);
      },
    },
    element('label', {}, 'As it stands in its file', field),
    element('div', { class: 'actions' }, element('button', { type: 'submit' }, 'Save')),
  );
}

/**
 * A button that asks before it does something.
 * @param {string} name
 * @param {string} question
 * @param {() => void} act
 */
function confirmed(name, question, act) {
  let isAsked = false;
  const button = element('button', { type: 'button', onclick: press, onblur: reset }, name);
  function press() {
    if (isAsked) return act();
    isAsked = true;
    button.textContent = question;
  }
  function reset() {
    isAsked = false;
    button.textContent = name;
  }
  return button;
}
