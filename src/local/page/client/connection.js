// The page's connection to its server: the view as it changes, and what the visitor does.

/** @import { View } from '../view.ts' */
/** @import { ActionResult } from '../actions.ts' */

/**
 * Follows what one person sees in one place; the browser connects again by itself.
 * @param {{ as: string, in: string }} from keys of a person and a place
 * @param {{ view(view: View): void, lost(): void }} tell
 * @returns {() => void} a function that ends it
 */
export function follow(from, tell) {
  const source = new EventSource(`/feed?${new URLSearchParams(from)}`);
  source.addEventListener('message', ({ data }) => tell.view(JSON.parse(data)));
  source.addEventListener('error', () => tell.lost());
  return () => source.close();
}

/**
 * Sends an action; actions.ts lists them.
 * @param {Record<string, unknown>} action
 * @returns {Promise<ActionResult>} with a notice when the server cannot be reached
 */
export async function act(action) {
  try {
    const response = await fetch('/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
    });
    if (response.headers.get('content-type') !== 'application/json') throw new Error(await response.text());
    return await response.json();
  } catch (error) {
    const why = error instanceof TypeError ? 'Start it again with npm start.' : String(error);
    return { refused: true, notice: `The preview does not answer. ${why}` };
  }
}
