// The bot without Discord: a request in, a reply out. Buttons come through the same door as typed commands.
import type { Desk } from '../core/desk.ts';
import { byTypedName, type Choice, type Command, type Commands, type Member } from './command.ts';
import type { UnansweredLog } from './deidentify.ts';
import { fitChoices, toChosenValue } from './fit-choices.ts';
import { shareReply } from './post.ts';
import { notice, outdated, type Reply } from './reply.ts';
import { isStorable, type StoredRequest } from './stored-request.ts';
import { describeReading, type TargetMessage, whyUnreadable } from './target-message.ts';

/** A typed command or a pressed button, and who sent it. */
export interface Request extends StoredRequest {
  member: Member;
  /** Where it was asked, if not in a server that the bot is a member of. */
  place?: 'direct message' | 'visited server';
  /** For a message command: the message that it is used on. */
  target?: TargetMessage;
}

/** What a member has typed so far into one option of a command. */
export interface Typing {
  /** As in a request. */
  command: string;
  option: string;
  typed: string;
}

export interface Bot {
  readonly commands: Commands;
  /** Replies to any request; a command that is not known or an option that fails its check gets a kind word. */
  respond(request: Request): Promise<Reply>;
  /** At most 25 choices for what is being typed, best first; none where the option has none. */
  suggest(typing: Typing): readonly Choice[];
}

/**
 * Makes the bot.
 * @param desk answers for the commands; a function where another desk may take its place, asked anew for each request
 * @param unanswered where the operator keeps a list of what was asked in vain
 */
export function createBot(commands: Commands, desk: Desk | (() => Desk), unanswered?: UnansweredLog): Bot {
  const present = typeof desk === 'function' ? desk : () => desk;
  const runnable = byTypedName(commands);

  async function respond({ member, place, target, ...given }: Request): Promise<Reply> {
    const command = runnable.get(given.command);
    if (!command) return outdated();
    const refusal = command.requires && whyNot(command.requires, member, place);
    if (refusal) return notice(`/${given.command} ${refusal}`);
    const unreadable = target && whyUnreadable(target);
    if (unreadable) return notice(unreadable);
    const desk = present();
    const request = { ...given, options: chosenOptions(command, given.options, desk) };
    const options = command.options.safeParse(request.options);
    if (!options.success) return notice(options.error.issues.map((issue) => issue.message).join(' '));

    const context = { desk, member, ...(unanswered && { unanswered }) };
    const reply = withReading(await command.run(options.data, context), target);
    if (reply.act) return reply;
    if (request.share && reply.shareable !== false)
      return shareReply(reply, reply.subject ?? subjectOf(request), member);
    return offerShare(unanswered ? count(reply, unanswered) : reply, request);
  }

  return {
    commands,
    respond,
    suggest: ({ command, option, typed }) =>
      fitChoices(runnable.get(command)?.suggest?.[option]?.(typed, present()) ?? []),
  };
}

/** The reply with a line below the question that says what of a message was read, where that needs saying. */
function withReading(reply: Reply, target: TargetMessage | undefined): Reply {
  const text = target && describeReading(target);
  if (!text) return reply;
  const start = reply.blocks.findIndex(({ kind }) => kind === 'question') + 1;
  return { ...reply, blocks: reply.blocks.toSpliced(start, 0, { kind: 'note', text }) };
}

/** The options with each choice's name replaced by its value. */
const chosenOptions = ({ suggest }: Command, given: StoredRequest['options'], desk: Desk) =>
  Object.fromEntries(
    Object.entries(given).map(([option, text]) => {
      const choicesFor = suggest?.[option];
      return [option, choicesFor ? toChosenValue(text, (typed) => choicesFor(typed, desk)) : text];
    }),
  );

/** Why somebody may not run a command that is not for everyone, to follow its name; undefined if they may. */
function whyNot(
  requires: 'ManageMessages' | 'PinMessages',
  member: Member,
  place: Request['place'],
): string | undefined {
  if (place === 'direct message') return "is for a server's channels; this is a direct message.";
  if (place === 'visited server')
    return 'needs me as a member of this server; here I only came along with you. Someone who manages the server can invite me.';
  if (requires === 'ManageMessages' && !member.moderates)
    return 'is only for members with the permission "Manage Messages" in this channel.';
  if (requires === 'PinMessages' && !member.pins)
    return 'is only for members with the permission "Pin Messages" or "Manage Messages" in this channel.';
  return undefined;
}

/** Puts an unanswered question on the list; an answered one can be put there by a button. */
function count(reply: Reply, unanswered: UnansweredLog): Reply {
  if (!reply.asked) return reply;
  const { question, answered } = reply.asked;
  if (answered) {
    const missed = {
      label: "This didn't answer my question",
      request: { command: 'not-answered', options: { question } },
    };
    return { ...reply, buttons: [...(reply.buttons ?? []), missed] };
  }
  unanswered.add(question);
  return reply;
}

const subjectOf = ({ command, options }: StoredRequest) => JSON.stringify([command, options]);

function offerShare(reply: Reply, request: StoredRequest): Reply {
  if (reply.shareable === false) return reply;
  const shared: StoredRequest = { ...request, share: true };
  if (!isStorable(shared)) return reply;
  return { ...reply, buttons: [...(reply.buttons ?? []), { label: 'Share', request: shared }] };
}
