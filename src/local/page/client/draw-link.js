// Draws links that lead out of the page.
import { element } from './element.js';

/**
 * Draws a link that leads out of the page. An address of another scheme than http and https stays text.
 * @param {string} address
 * @param {Node[]} label
 */
export function link(address, label) {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return element('span', {}, ...label);
  return element(
    'a',
    { href: address, title: address, target: '_blank', rel: 'noopener noreferrer' },
    ...label,
  );
}
