// What a command returns: plain text in blocks, buttons with the requests behind them, and what to do with it all.
import type { Answer } from '../core/asking/answer.ts';
import type { VerdictKind } from '../core/judging/verdict.ts';
import type { Picture } from './picture-content.ts';
import type { StoredRequest } from './stored-request.ts';

/** A piece of a reply. All texts are plain; the adapter escapes them. */
export type Block =
  /**
   * The question, repeated so that the answer can stand alone. A reply has at most one. `label` is what comes before
   * it, "Question" by default.
   */
  | { kind: 'question'; text: string; label?: string }
  | { kind: 'heading'; text: string }
  /** The answer in a few words. */
  | { kind: 'lead'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** Somebody's own words in full, with who said them and where. */
  | { kind: 'quote'; text: string; source: string }
  /** The evidence: the number of a paragraph, counted from 1, its words verbatim, and the ids of the facts that rest on it. */
  | { kind: 'citation'; paragraph: number; excerpt: string; facts: readonly string[] }
  /** Text to copy verbatim. The caption above it, which says where it goes, is nothing without it. */
  | { kind: 'code'; caption: string; text: string }
  /** Names one member by id. Nothing else in a reply notifies anybody. */
  | { kind: 'mention'; member: string }
  /** An adapter that cannot draw leaves it out or gives its alt text. The texts hold all of its figures, too. */
  | { kind: 'picture'; picture: Picture }
  /** Marks a pinned summary, so that the bot finds it again. The adapter adds when it was last updated. */
  | { kind: 'stamp'; text: string }
  /** Small print. `link` is an address; its label is "source" by default. */
  | { kind: 'note'; text: string; link?: string; label?: string }
  /** Names a channel by its id: the one that the rest of the reply is about, if that is not where the reply is. */
  | { kind: 'channel'; id: string };

/** A button sends a request. Its label is plain text of at most 80 characters. */
export interface Button {
  label: string;
  request: StoredRequest;
}

/** A menu from which one or more can be chosen. What is chosen, joined by commas, becomes an option of its request. */
export interface Menu {
  /** Plain text of at most 100 characters. */
  label: string;
  option: string;
  request: StoredRequest;
  /** At most 25; those with `isChosen` are chosen already. */
  choices: readonly { name: string; value: string; isChosen: boolean }[];
}

/** What the adapter does with a reply besides showing it. */
export type Act =
  /**
   * Post this reply in the channel for everyone, and replace the private message whose button was pressed by `instead`,
   * which has no Share button any more. What was posted there a few minutes ago (the same subject) is not posted again.
   */
  | { kind: 'share'; instead: Reply; subject: string }
  /** Post this reply in the channel for everyone. What was posted there a few minutes ago is not posted again. */
  | { kind: 'post'; subject: string }
  /** Delete the message whose button was pressed. The reply itself is empty. */
  | { kind: 'remove' }
  /**
   * Make this reply the channel's pinned summary: replace the one that is pinned, or post and pin it if there is none.
   * With `onlyUpdate`, nothing is posted where none is pinned. With `remakeBy`, the pinned one is made again instead, by
   * the request of its own button for one of these commands. The channel is where the request was sent, unless another
   * one is named.
   */
  | {
      kind: 'publish';
      channelId?: string | undefined;
      onlyUpdate?: true;
      remakeBy?: readonly string[];
    }
  /** Delete the channel's pinned summary. */
  | { kind: 'unpublish'; channelId?: string | undefined }
  /**
   * Show this reply, which leads on to one of these, to the member alone, and look first whether that can be done in the
   * channel. What stops a summary from being published is told with it; what stops one from being deleted, instead of it.
   */
  | { kind: 'ask before'; next: 'publish' | 'unpublish'; channelId?: string | undefined };

/** Whether what was checked is supported, contradicted, or neither. */
export type Tone = 'positive' | 'negative' | 'uncertain';

/** What a request resulted in, for the operator's log and figures: an answer, a verdict, or a short message. */
export type Outcome = Answer['outcome'] | VerdictKind | 'shown' | 'notice';

/** Without an act, only the asker sees a reply. */
export interface Reply {
  blocks: readonly Block[];
  buttons?: readonly Button[];
  menu?: Menu;
  /** An adapter may show it as a colour. The texts say the same in words. */
  tone?: Tone;
  /** `shown` if it is left out. */
  outcome?: Outcome;
  /** False if there is nothing worth sharing, as in a refusal. */
  shareable?: false;
  act?: Act;
  /** What it is about, such as a fact's id. Two replies with one subject say the same. */
  subject?: string;
  /** The question that a member asked of the article. */
  memberQuestion?: string;
  /** The questions that this reply leaves unanswered: the member's own, or parts of it that can stand alone. */
  unanswered?: readonly string[];
}

/** A private message to the member, for example why a request was refused. */
export const notice = (text: string): Reply => ({
  blocks: [{ kind: 'text', text }],
  outcome: 'notice',
  shareable: false,
});

/** The ids of the facts that a reply cites, each once. */
export const citedFacts = ({ blocks }: Reply): string[] => [
  ...new Set(blocks.flatMap((block) => (block.kind === 'citation' ? block.facts : []))),
];

/** The reply to a button whose answer no longer exists. */
export const outdated = (): Reply => notice('This button is out of date. Ask again with /ask.');
