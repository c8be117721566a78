// What passed on the wire for a message: each request, its response, and what Discord would find wrong with it.
import { element } from './element.js';

/** @import { WireEntry } from '../../server/wire.ts' */

/**
 * @param {readonly WireEntry[]} entries
 * @returns {Node[]}
 */
export function drawWire(entries) {
  if (entries.length === 0)
    return [element('p', { class: 'dim' }, 'Nothing: this message was written by a person, not by the bot.')];
  return [
    element(
      'p',
      { class: 'dim' },
      'Between the bot and this local Discord, oldest first. Tokens are left out.',
    ),
    ...entries.map(drawEntry),
  ];
}

/** @param {WireEntry} entry */
function drawEntry(entry) {
  if (entry.kind === 'gateway')
    return element(
      'section',
      { class: 'exchange' },
      element('h3', {}, `Gateway: ${entry.event}`),
      drawJson('Event', entry.data),
    );
  const { request, response, problems, duration } = entry;
  return element(
    'section',
    { class: 'exchange' },
    element('h3', {}, `${request.method} ${request.path}`),
    element('p', { class: 'dim' }, `Status ${response.status} after ${duration} ms`),
    problems.length === 0
      ? element('p', { class: 'valid' }, 'Valid: Discord would take it.')
      : element(
          'ul',
          { class: 'invalid', 'aria-label': 'Not valid' },
          ...problems.map((problem) => element('li', {}, problem)),
        ),
    drawJson('Request', request.body),
    request.files.length > 0 ? drawJson('Files', request.files) : null,
    drawJson('Response', response.body),
  );
}

/**
 * @param {string} title
 * @param {unknown} value
 */
function drawJson(title, value) {
  if (value === null || value === undefined) return element('p', { class: 'dim' }, `${title}: empty`);
  const json = JSON.stringify(value, null, 2);
  return element(
    'details',
    { open: title === 'Request' },
    element('summary', {}, title),
    element('pre', { tabindex: 0, 'aria-label': `${title} as JSON` }, json),
  );
}
