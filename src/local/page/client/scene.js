// What the drawing of a message needs to know of its surroundings.

/** @import { View } from '../view.ts' */
/** @import { Message } from '../../message.ts' */

/**
 * @typedef {object} Scene
 * @property {View} view
 * @property {(id: string) => string} nameOf the name of a member or the bot
 * @property {(id: string) => string} placeName
 * @property {((action: Record<string, unknown>) => void) | null} act does something with a message; null where it can
 *   only be looked at
 * @property {(message: Message, opener: HTMLElement) => void} showWire
 */

/**
 * The surroundings that a view makes.
 * @param {View} view
 * @param {Pick<Scene, 'act' | 'showWire'>} doing
 * @returns {Scene}
 */
export function createScene(view, doing) {
  return {
    ...doing,
    view,
    nameOf: (id) =>
      view.people.find((person) => person.id === id)?.name ??
      view.messages.find(({ author }) => author.id === id)?.author.global_name ??
      'unknown',
    placeName: (id) => view.spots.find((spot) => spot.id === id)?.name ?? 'unknown',
  };
}
