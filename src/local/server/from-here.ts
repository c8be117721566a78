// Tells requests of this machine's own programs and pages from those of a foreign web site in the same browser.
import type { IncomingMessage } from 'node:http';

/** The names of this machine. Any other could be the name of a foreign site that leads to 127.0.0.1 (DNS rebinding). */
const OWN_NAME = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * Whether a request, or a WebSocket's, was meant for this machine by name and, if a browser sent it, comes from a page of
 * this machine. Programs send no Origin.
 */
export function isFromHere({ headers: { host = '', origin } }: Pick<IncomingMessage, 'headers'>): boolean {
  if (!OWN_NAME.test(host)) return false;
  return origin === undefined || OWN_NAME.test(origin.replace(/^http:\/\//, ''));
}
