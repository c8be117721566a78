// The greeting above the messages of a place: where you are, what you can ask, and examples to click.
import { element, icon } from './element.js';

/** @import { Scene } from './scene.js' */
/** @import { OfferedTry, Spot, View } from '../view.ts' */

/** @param {Scene} scene */
export function drawGreeting({ view, tryOut }) {
  const { spot, greeting } = view;
  return element(
    'article',
    { class: 'message greeting', 'aria-labelledby': 'greeting-title' },
    element('div', { class: 'avatar preview', 'aria-hidden': 'true' }, icon('about')),
    element(
      'div',
      { class: 'body' },
      element(
        'header',
        {},
        element('h2', { id: 'greeting-title' }, 'Welcome'),
        element('span', { class: 'tag' }, 'Preview'),
      ),
      element('p', {}, greeting.text),
      element('p', {}, whereabouts(spot)),
      greeting.tries.length > 0
        ? [
            element('p', {}, 'Try one:'),
            element(
              'ul',
              { class: 'tries', 'aria-label': 'Examples' },
              ...greeting.tries.map((one) =>
                element(
                  'li',
                  {},
                  element(
                    'button',
                    { type: 'button', class: 'try', onclick: () => tryOut(one) },
                    ...say(one, view),
                  ),
                ),
              ),
            ),
            element('p', { class: 'dim' }, 'Or type / below to see all commands.'),
          ]
        : element('p', {}, 'No command is offered to you here.'),
    ),
  );
}

/**
 * @param {OfferedTry} one
 * @param {View} view
 */
function say({ command, options, as }, { me, people }) {
  const other = as === me.key ? undefined : people.find(({ key }) => key === as);
  return [
    element('b', {}, `/${command}`),
    ...Object.values(options).map((value) => ` ${value}`),
    other ? element('span', { class: 'dim' }, ` as ${other.name}, ${other.role}`) : null,
  ];
}

/** @param {Spot} spot */
function whereabouts({ guild, hasBot }) {
  if (!guild) return 'This is a direct message with the bot. Nothing here reaches the real Discord.';
  return hasBot
    ? 'This channel is on your machine, with the real bot behind it. Nothing here reaches the real Discord.'
    : `The server ${guild} does not have the bot: you brought it along by installing it for yourself.`;
}
