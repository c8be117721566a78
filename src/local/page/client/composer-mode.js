// What the message box holds at a time: the message field or the form of a command.

/**
 * What the box holds at a time.
 * @typedef {object} Mode
 * @property {HTMLElement} node
 * @property {() => void} focus
 * @property {() => Record<string, unknown> | null} action what sending it does; null for nothing
 * @property {(target: EventTarget | null) => boolean} isEmptyAt whether Backspace there leaves
 */
export {};
