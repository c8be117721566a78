// What a command says: plain text in blocks, the requests behind its buttons, and what is to be done with it.
import type { Picture } from './picture-content.ts';
import type { StoredRequest } from './stored-request.ts';

/** A piece of a reply, in reading order. All texts are plain: whoever draws them escapes them. */
export type Block =
  /** What was asked, repeated so that the answer stands alone; at most one on a reply. */
  | { kind: 'question'; text: string }
  | { kind: 'heading'; text: string }
  /** The answer in a few words. */
  | { kind: 'lead'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** Somebody's own words, whole, and who said them where. */
  | { kind: 'quote'; text: string; source: string }
  /** Where the article bears the answer out: a paragraph number from 1, and its words letter by letter. */
  | { kind: 'citation'; paragraph: number; excerpt: string }
  /** Text to be copied, letter by letter. */
  | { kind: 'code'; text: string }
  /** Names one member by id and notifies them: the only thing in a reply that does. */
  | { kind: 'mention'; member: string }
  /** Whoever cannot draw it leaves it out or says its alt text: every figure of it stands in the texts too. */
  | { kind: 'picture'; picture: Picture }
  /** What a pinned summary is told by; the adapter adds when it was last updated. */
  | { kind: 'stamp'; text: string }
  /** Small print; a link is an address to put on it, called "source" where it has no label. */
  | { kind: 'note'; text: string; link?: string; label?: string };

/** A button repeats a request; its label is plain text of at most 80 characters. */
export interface Button {
  label: string;
  request: StoredRequest;
}

/** What a reply wants done besides being shown. */
export type Act =
  /**
   * Post this reply in the channel for everyone, and put `instead` on the private message whose button was
   * pressed: it has no Share button any more, so that nobody shares twice.
   * What was posted there a few minutes ago (the same subject) is not posted again.
   */
  | { kind: 'share'; instead: Reply; subject: string }
  /** Post this reply in the channel for everyone. What was posted there a few minutes ago is not posted again. */
  | { kind: 'post'; subject: string }
  /** Delete the message whose button was pressed; the reply itself has nothing to show. */
  | { kind: 'remove' }
  /**
   * Make this reply the channel's pinned summary: put it in place of the one that is pinned, or else post and pin it.
   * With `remakeBy` the one that is pinned is made again instead, by the button of that command that stands on it.
   */
  | { kind: 'publish'; remakeBy?: string }
  /** Delete the channel's pinned summary. */
  | { kind: 'unpublish' };

/** Without an act a reply goes to its asker alone. */
export interface Reply {
  blocks: readonly Block[];
  buttons?: readonly Button[];
  /** False where there is nothing worth repeating in the channel, such as a refused request. */
  shareable?: false;
  act?: Act;
  /** What it tells of, such as a fact's id: two replies of one subject say the same. */
  subject?: string;
  /** What a member asked, and whether this answers it. */
  asked?: { question: string; answered: boolean };
}

/** A private word to the member, such as why a request was not carried out. */
export const notice = (text: string): Reply => ({ blocks: [{ kind: 'text', text }], shareable: false });

/** For a button whose answer is no longer known. */
export const outdated = (): Reply => notice('This answer has been updated. Ask again with /ask.');
