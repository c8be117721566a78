// The message box at the bottom: it takes a message, or the options of a command once one is chosen.
import { createCommandForm } from './command-form.js';
import { element, icon } from './element.js';
import { createMessageField } from './message-field.js';
import { createSuggestions } from './suggestions.js';

/** @import { Offer } from '../../server/offers.ts' */
/** @import { Mode } from './composer-mode.js' */
/** @import { ActionResult } from '../actions.ts' */
/** @import { View } from '../view.ts' */

/**
 * @param {HTMLElement} form
 * @param {object} parts
 * @param {() => View} parts.current
 * @param {(action: Record<string, unknown>) => Promise<ActionResult>} parts.perform shows the notice, if there is one
 * @param {(action: Record<string, unknown>) => Promise<ActionResult>} parts.ask shows none
 */
export function createComposer(form, { current, perform, ask }) {
  const { list, suggestions } = createSuggestions();
  const slot = element('div', { class: 'slot' });
  const hintLine = element('p', { id: 'hint', class: 'dim' });
  const hint = (/** @type {string} */ text, keys = '') => {
    hintLine.replaceChildren(text, element('span', { class: 'keys' }, ` ${keys}`));
  };
  /** @type {Mode} */
  let mode;
  /** @type {Offer | null} */
  let chosen = null;
  let offered = '';

  const put = (/** @type {Mode} */ next, /** @type {boolean} */ focus) => {
    suggestions.hide();
    mode = next;
    slot.replaceChildren(mode.node);
    if (focus) mode.focus();
  };
  const open = (/** @type {Offer} */ offer, /** @type {string} */ typed) => {
    chosen = offer;
    put(createCommandForm(offer, typed, { view: current(), suggestions, ask, hint, leave }), true);
    if (offer.options.length === 0) send.focus();
  };
  const reset = (typed = '', focus = true) => {
    chosen = null;
    hint('Type / for commands.');
    put(createMessageField(typed, { view: current(), suggestions, hint, open }), focus);
  };
  const leave = () => reset('');

  const submit = async () => {
    const action = mode.action();
    if (!action || form.ariaBusy === 'true') return;
    const sent = mode;
    form.ariaBusy = 'true';
    suggestions.hide();
    const { refused } = await perform(action);
    form.ariaBusy = 'false';
    if (mode !== sent) return;
    if (refused) mode.focus();
    else reset();
  };
  const send = element('button', { class: 'quiet', 'aria-label': 'Send' }, icon('send'));
  form.append(list, element('div', { class: 'box' }, slot, send), hintLine);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (suggestions.key(event)) event.preventDefault();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      submit();
    } else if (
      chosen &&
      (event.key === 'Escape' || (event.key === 'Backspace' && mode.isEmptyAt(event.target)))
    ) {
      event.preventDefault();
      leave();
    }
  });

  return {
    focus: () => mode.focus(),
    /** Call it after every change of the view. For another place or person the box starts empty. */
    update() {
      const { me, spot, offers } = current();
      const now = JSON.stringify([me.id, spot.id, offers]);
      if (now !== offered) reset('', false);
      offered = now;
    },
  };
}
