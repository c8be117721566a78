// Everything needed to draw a message, besides the message.

/** @import { OfferedTry, View } from '../view.ts' */
/** @import { Message } from '../../server/message.ts' */

/**
 * @typedef {object} Scene
 * @property {View} view as it is now
 * @property {(id: string) => string} nameOf the name of a member or the bot
 * @property {(id: string) => string} placeName
 * @property {((action: Record<string, unknown>) => void) | null} act does something with a message; null where it can
 *   only be looked at
 * @property {(message: Message, opener: HTMLElement) => void} showWire
 * @property {(one: OfferedTry) => void} tryOut runs a command, as another person if the visitor may not
 */

/**
 * Creates the scene of a view.
 * @param {() => View} current
 * @param {Pick<Scene, 'act' | 'showWire' | 'tryOut'>} doing
 * @returns {Scene}
 */
export function createScene(current, doing) {
  return {
    ...doing,
    get view() {
      return current();
    },
    nameOf: (id) =>
      current().people.find((person) => person.id === id)?.name ??
      current().messages.find(({ author }) => author.id === id)?.author.global_name ??
      'unknown',
    placeName: (id) => current().spots.find((spot) => spot.id === id)?.name ?? 'unknown',
  };
}
