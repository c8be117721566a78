// Replies for everyone in the channel: shared by their asker or posted by a moderator. Both can be removed again.
import type { Member } from './command.ts';
import type { Block, Button, Outcome, Reply } from './reply.ts';
import { shorten } from './shorten.ts';

/** UTF-16 code units of a shared question: enough to say what was asked, too few for a speech in the bot's name. */
const SHARED_QUESTION = 200;

/**
 * What was asked, as a quotation of its asker. It is left out if the bot found nothing to cite and would only repeat
 * it.
 */
const quoted = (reply: Reply): Block[] =>
  reply.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'question') return [block];
    return isAnswered(reply) ? [{ ...block, text: `“${shorten(block.text, SHARED_QUESTION)}”` }] : [];
  });

const isAnswered = ({ blocks, outcome = 'shown' }: Reply) =>
  ANSWERED.includes(outcome) || blocks.some(({ kind }) => kind === 'citation');

const ANSWERED: readonly Outcome[] = ['found', 'supported', 'contradicted', 'shown'];

/** A private reply as its asker shares it. */
export function shareReply(reply: Reply, subject: string, member: Member): Reply {
  return {
    ...(reply.tone && { tone: reply.tone }),
    blocks: [{ kind: 'note', text: `Shared by ${member.name}` }, ...quoted(reply)],
    buttons: [...(reply.buttons ?? []), removeButton(member)],
    act: {
      kind: 'share',
      subject,
      instead: { ...reply, blocks: [...reply.blocks, { kind: 'note', text: 'Shared in this channel.' }] },
    },
  };
}

/**
 * A reply as a moderator posts it.
 * @param addressee id of the one member who is notified
 */
export function postReply(reply: Reply, subject: string, member: Member, addressee?: string): Reply {
  return {
    blocks: [
      ...(addressee ? [{ kind: 'mention' as const, member: addressee }] : []),
      { kind: 'note', text: `Posted by ${member.name}` },
      ...reply.blocks,
    ],
    buttons: [...(reply.buttons ?? []), removeButton(member)],
    act: { kind: 'post', subject },
  };
}

/** The reply to a member who posts what was just posted in the channel. */
export const justPosted = (link?: string): Reply => ({
  blocks: [
    { kind: 'text', text: 'This was just posted in this channel.' },
    ...(link ? [{ kind: 'note' as const, text: 'It is still there', link, label: 'go to the message' }] : []),
  ],
  shareable: false,
});

const removeButton = ({ id }: Member): Button => ({
  label: 'Remove',
  request: { command: 'remove', options: { asker: id } },
});
