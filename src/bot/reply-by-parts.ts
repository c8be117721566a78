// Replies to a question with a part that asks for a command: "who are you, and when was it?" gets both answers.
import { MAX_PARTS } from '../core/asking/question-parts.ts';
import type { Desk } from '../core/desk.ts';
import { answerBlocks, answerCitations, answerReply, leftOverBlocks } from './answer-reply.ts';
import { asOf, questionBlock } from './blocks.ts';
import type { Context } from './command.ts';
import { othersTurn } from './others-turn.ts';
import type { Block, Button, Reply } from './reply.ts';
import { unansweredIn } from './unanswered-list.ts';

/** The reply to one part of a question. */
interface PartReply {
  blocks: readonly Block[];
  /** The passages that it rests on, if the answer is from the article. */
  citations?: readonly Block[];
  buttons?: readonly Button[];
  /** What it leaves unanswered. */
  unanswered?: readonly string[];
}

/**
 * The reply to a question of several parts, each answered separately: by a command if it asks for one and no fact
 * answers it, otherwise from the article.
 * @returns undefined for a question of one part, or if no part needs a command
 */
export async function replyByParts(
  question: string,
  desk: Desk,
  askedCommand: Context['askedCommand'],
): Promise<Reply | undefined> {
  const parts = desk.partsOf(question);
  if (parts.length < 2) return undefined;
  const replies: PartReply[] = [];
  for (const part of parts.slice(0, MAX_PARTS)) {
    await othersTurn();
    const answer = desk.ask(part);
    const asked = answer.outcome === 'found' ? undefined : await askedCommand(part);
    replies.push(
      asked ?? {
        blocks: answerBlocks(answer, desk.knowledge),
        citations: answerCitations(answer),
        buttons: answerReply(answer, part, desk.knowledge).buttons ?? [],
        unanswered: unansweredIn(answer, part),
      },
    );
  }
  if (replies.every(({ citations }) => citations)) return undefined;
  const citations = replies.flatMap((reply) => reply.citations ?? []);
  return {
    blocks: [
      questionBlock(question).block,
      ...replies.flatMap(({ blocks }) => blocks),
      ...leftOverBlocks(parts.slice(MAX_PARTS).join(' ')),
      ...citations,
      ...(citations.length > 0 ? [asOf(desk.knowledge.article)] : []),
    ],
    buttons: replies.flatMap(({ buttons = [] }) => buttons),
    unanswered: replies.flatMap(({ unanswered = [] }) => unanswered),
    shareable: false,
  };
}
