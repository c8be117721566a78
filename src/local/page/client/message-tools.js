// What can be done with a message: the buttons at its corner and their menu.
import { element, icon } from './element.js';
import { openMenu } from './menu.js';

/** @import { Scene } from './scene.js' */
/** @import { Message } from '../../server/message.ts' */

/** Discord: Resources, Message, Message Flags. */
const EPHEMERAL = 1 << 6;

/**
 * Whether only one person sees a message.
 * @param {Message} message
 */
export const isPrivate = ({ flags }) => (flags & EPHEMERAL) !== 0;

/**
 * The buttons at a message's corner: its API traffic, and the menu.
 * @param {Message} message
 * @param {Scene} scene
 */
export function drawTools(message, scene) {
  const menuButton = element(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'data-key': 'more',
      'aria-label': 'More for this message',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      onclick: () => openMenu(menuButton, groupsFor(message, scene, menuButton), { label: 'Message' }),
    },
    icon('more'),
  );
  const wireButton = element(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'data-key': 'wire',
      'aria-label': 'Show API traffic',
      title: 'Show API traffic',
      onclick: () => scene.showWire(message, wireButton),
    },
    icon('wire'),
  );
  return element('div', { class: 'tools' }, wireButton, menuButton);
}

/**
 * What the menu offers, depending on what the person may do here.
 * @param {Message} message
 * @param {Scene} scene
 * @param {HTMLElement} opener
 */
function groupsFor(message, { view, act, showWire }, opener) {
  const { id: on, pinned } = message;
  const forAll = !isPrivate(message);
  const apps = view.onMessages.map((name) => ({
    label: name,
    run: () => act?.({ do: 'runOnMessage', command: name, message: on }),
  }));
  const pin = {
    label: pinned ? 'Unpin message' : 'Pin message',
    run: () => act?.({ do: 'pin', message: on, pinned: !pinned }),
  };
  const dismiss = { label: 'Dismiss message', run: () => act?.({ do: 'dismiss', message: on }) };
  const wire = { label: 'Show API traffic', run: () => showWire(message, opener) };
  const remove = {
    label: 'Delete message',
    danger: true,
    run: () => act?.({ do: 'remove', message: on }),
  };
  const mayRemove = view.may.manage || message.author.id === view.me.id;
  return [
    { label: 'Apps', items: apps },
    {
      items: [
        ...(forAll ? (view.may.pin ? [pin] : []) : [dismiss]),
        wire,
        ...(forAll && mayRemove ? [remove] : []),
      ],
    },
  ];
}
