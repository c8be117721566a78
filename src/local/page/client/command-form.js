// The message box while a command is filled in: a field for each option, with the choices that the bot offers.
import { element, icon } from './element.js';
import { choicesOf, readValue } from './option-choices.js';
import { combobox } from './suggestions.js';

/** @import { CommandOption, OptionValue } from '../../server/commands.ts' */
/** @import { Offer } from '../../server/offers.ts' */
/** @import { ActionResult } from '../actions.ts' */
/** @import { View } from '../view.ts' */
/** @import { Mode } from './composer-mode.js' */
/** @import { Suggestions } from './suggestions.js' */

/** Milliseconds without a key press until the bot is asked for choices. */
const PAUSE = 120;

/**
 * @param {Offer} offer
 * @param {string} typed the text behind the command's name
 * @param {object} parts
 * @param {View} parts.view
 * @param {Suggestions} parts.suggestions
 * @param {(action: Record<string, unknown>) => Promise<ActionResult>} parts.ask
 * @param {(text: string, keys?: string) => void} parts.hint
 * @param {() => void} parts.leave
 * @returns {Mode}
 */
export function createCommandForm(offer, typed, { view, suggestions, ask, hint, leave }) {
  const fields = offer.options.map((option) => createField(option));
  const values = () =>
    Object.fromEntries(
      fields.filter(({ input }) => input.value !== '').map(({ option, value }) => [option.name, value()]),
    );
  const [first] = fields;
  if (first && typed) first.input.value = typed.replace(new RegExp(`^${first.option.name}:\\s*`), '');

  /** @param {CommandOption} option */
  function createField(option) {
    /** What was picked from a list: its name is shown, its value is sent. @type {{ name: string, value: OptionValue } | null} */
    let picked = null;
    let asked = 0;
    let timer = 0;
    const own = choicesOf(option, view);
    const offerChoices = (/** @type {{ name: string, value: OptionValue }[]} */ choices) =>
      suggestions.show(
        input,
        choices.map((choice) => ({
          label: choice.name,
          pick() {
            cancel();
            picked = choice;
            input.value = choice.name;
            const next = fields.find((field) => field.input.value === '' && field.option.required);
            (next?.input ?? input).focus();
            hint(next?.option.description ?? '', READY);
          },
        })),
      );
    const suggest = async () => {
      if (!option.autocomplete) {
        const text = input.value.toLowerCase();
        offerChoices(
          picked?.name === input.value ? [] : own.filter(({ name }) => name.toLowerCase().includes(text)),
        );
        return;
      }
      asked += 1;
      const mine = asked;
      const options = { ...values(), [option.name]: input.value };
      const result = await ask({ do: 'complete', command: offer.name, options, focused: option.name });
      if (mine !== asked || document.activeElement !== input) return;
      offerChoices([...(result.choices ?? [])]);
      hint(result.notice ?? option.description, result.choices?.length ? CHOOSE : READY);
    };
    /** Ignores an answer that is still under way. */
    const cancel = () => {
      asked += 1;
      clearTimeout(timer);
    };
    const later = () => {
      picked = null;
      cancel();
      timer = window.setTimeout(suggest, option.autocomplete ? PAUSE : 0);
    };
    const input = element('input', {
      ...combobox(),
      'aria-required': String(option.required ?? false),
      maxlength: option.max_length,
      inputmode: option.type === 4 || option.type === 10 ? 'decimal' : null,
      oninput: later,
      onkeydown: (/** @type {KeyboardEvent} */ { key }) => {
        if (['Escape', 'Enter', 'Tab'].includes(key)) cancel();
      },
      onfocus: () => {
        hint(option.description, READY);
        if (input.value === '' || own.length > 0) suggest();
      },
      onblur: () => {
        cancel();
        suggestions.hide();
      },
    });
    return {
      option,
      input,
      value: () => {
        const same = own.find(({ name }) => name.toLowerCase() === input.value.trim().toLowerCase());
        return picked?.value ?? same?.value ?? readValue(option, input.value);
      },
    };
  }

  const node = element(
    'div',
    { class: 'command', role: 'group', 'aria-label': `Command /${offer.name}` },
    element(
      'button',
      {
        type: 'button',
        class: 'command-name',
        'aria-label': `/${offer.name}, leave the command`,
        onclick: leave,
      },
      `/${offer.name}`,
      icon('close'),
    ),
    ...fields.map(({ option, input }) =>
      element(
        'label',
        { class: 'field' },
        element('span', {}, option.name, option.required ? null : element('i', {}, ' optional')),
        input,
      ),
    ),
  );
  return {
    node,
    focus() {
      const empty = fields.find(({ option, input }) => option.required && input.value === '');
      const target = empty?.input ?? first?.input;
      target?.focus();
      if (!target) hint(offer.description, READY);
    },
    action: () => ({ do: 'run', command: offer.name, options: values() }),
    isEmptyAt: (target) => first !== undefined && target === first.input && first.input.value === '',
  };
}

const CHOOSE = '· Down arrow chooses, Tab takes, Enter sends.';
const READY = '· Enter sends.';
