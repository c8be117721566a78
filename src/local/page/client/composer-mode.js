// What the message box holds: the message field or the form of a command.

/**
 * What the message box holds.
 * @typedef {object} Mode
 * @property {HTMLElement} node
 * @property {() => void} focus
 * @property {() => Record<string, unknown> | null} action the action that sends it; null if there is nothing to send
 * @property {(target: EventTarget | null) => boolean} isEmptyAt whether Backspace there leaves
 */
export {};
