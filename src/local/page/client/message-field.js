// The message box while no command is chosen: it takes a message, or a slash and offers the commands.
import { titleOf } from './draw-places.js';
import { element } from './element.js';
import { combobox } from './suggestions.js';

/** @import { Offer } from '../../server/offers.ts' */
/** @import { View } from '../view.ts' */
/** @import { Mode } from './composer-mode.js' */
/** @import { Suggestions } from './suggestions.js' */

/**
 * @param {string} typed the text in it at first
 * @param {object} parts
 * @param {View} parts.view
 * @param {Suggestions} parts.suggestions
 * @param {(text: string, keys?: string) => void} parts.hint
 * @param {(offer: Offer, typed: string) => void} parts.open begins a command
 * @returns {Mode}
 */
export function createMessageField(typed, { view, suggestions, hint, open }) {
  const { offers } = view;
  const label = `Message ${titleOf(view.spot)}`;
  const update = () => {
    const text = input.value;
    if (!text.startsWith('/')) {
      suggestions.hide();
      hint(HINT);
      return;
    }
    const complete = offers.find(({ name }) => text.startsWith(`/${name} `));
    if (complete) return open(complete, text.slice(complete.name.length + 2));
    const word = text.slice(1).toLowerCase();
    const found = offers
      .filter(({ name }) => name.includes(word))
      .sort((a, b) => Number(b.name.startsWith(word)) - Number(a.name.startsWith(word)));
    suggestions.show(
      input,
      found.map((offer) => ({
        label: `/${offer.name}`,
        detail: offer.description,
        pick: () => open(offer, ''),
      })),
      true,
    );
    if (found.length > 0) hint('', 'Up and down choose, Tab or Enter takes.');
    else hint('No command here has this name.');
  };
  const input = element('input', {
    ...combobox(),
    'aria-label': label,
    placeholder: `${label}, or type /`,
    maxlength: 2000,
    oninput: update,
    onfocus: update,
    onblur: () => suggestions.hide(),
  });
  input.value = typed;
  return {
    node: input,
    focus: () => input.focus(),
    action: () =>
      input.value.trim() && !input.value.startsWith('/') ? { do: 'say', text: input.value } : null,
    isEmptyAt: () => false,
  };
}

const HINT = 'Type / for commands.';
