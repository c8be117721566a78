// The pinned messages of the place, newest first. They can only be read here; their buttons work at the message itself.
import { drawMessage } from './draw-message.js';
import { element } from './element.js';

/** @import { Scene } from './scene.js' */

/**
 * @param {Scene} scene
 * @param {(id: string) => void} jump goes to the message
 * @returns {Node[]}
 */
export function drawPins(scene, jump) {
  const { pins, may } = scene.view;
  if (pins.length === 0)
    return [
      element('p', {}, 'Nothing is pinned here.'),
      element(
        'p',
        { class: 'dim' },
        may.pin ? 'Pin a message from its menu.' : 'A moderator can pin messages from their menu.',
      ),
    ];
  const toRead = { ...scene, view: scene.view, act: null };
  return pins.map((message) =>
    element(
      'div',
      { class: 'pin' },
      drawMessage(message, toRead),
      element(
        'div',
        { class: 'row' },
        element(
          'button',
          { type: 'button', class: 'button secondary', onclick: () => jump(message.id) },
          'Go to message',
        ),
        may.pin
          ? element(
              'button',
              {
                type: 'button',
                class: 'button secondary',
                onclick: () => scene.act?.({ do: 'pin', message: message.id, pinned: false }),
              },
              'Unpin',
            )
          : null,
      ),
    ),
  );
}
