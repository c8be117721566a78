// The bot without Discord: a request goes in, a reply comes out. A pressed button is a request like a typed command.
import type { Desk } from '../core/desk.ts';
import type { Choice, Command, Commands, Context, Member } from './command.ts';
import { fitChoices, toChosenValue } from './fit-choices.ts';
import type { Host } from './host.ts';
import { shareReply } from './post.ts';
import { notice, outdated, type Reply } from './reply.ts';
import { createSharingSwitch, type SharingSwitch } from './sharing-switch.ts';
import { shorten } from './shorten.ts';
import { isStorable, type StoredRequest } from './stored-request.ts';
import { describeReading, type TargetMessage, whyUnreadable } from './target-message.ts';
import type { Asker, UnansweredLog } from './unanswered-list.ts';
import { createCommandsFor } from './view-commands.ts';

/** A typed command or a pressed button, with the member who sent it. */
export interface Request extends StoredRequest {
  member: Member;
  /** Where it was sent, unless that is a server with the bot as a member. */
  place?: 'direct message' | 'visited server';
  channelId?: string;
  /** The channel above a thread. */
  parentId?: string;
  /** The server with the bot as a member. */
  serverId?: string;
  /** The message that a message command is used on. */
  target?: TargetMessage;
}

/** What a member has typed so far into one option of a command. */
export interface Typing {
  /** The command's typed name: `ask`, `summary post`. */
  command: string;
  option: string;
  typed: string;
}

export interface Bot {
  /** One line of text that is shown below its name. */
  readonly status: string;
  /** All commands that it can run: buttons below old messages may ask for any of them. */
  readonly commands: Commands;
  /** The same commands by what a member types for each: `ask`, `summary post`. */
  readonly runnable: ReadonlyMap<string, Command>;
  /** The commands that the knowledge has content for, to be registered. */
  readonly offered: Commands;
  /**
   * Replies to any request. For an unknown command or an option that fails its check, the reply explains the problem.
   */
  respond(request: Request): Promise<Reply>;
  /** At most 25 choices for the option being typed, best first; none if the option has no suggestions. */
  suggest(typing: Typing): readonly Choice[];
}

/** UTF-16 code units of a custom status (Discord: Topics, Gateway Events, Activity Object). */
const STATUS_LENGTH = 128;

/** What is kept beyond a request. */
export interface Kept {
  /** The operator's list of unanswered questions, if there is one. */
  unanswered?: UnansweredLog | undefined;
  /** Where sharing is off. By default this is forgotten with the process. */
  sharing?: SharingSwitch | undefined;
}

/**
 * Creates the bot.
 * @param files the commands of the command files, to which the article's views add theirs
 * @param desk answers the commands' questions; a function is called for each request, so that the desk can be replaced
 * @param host what the bot says about itself
 */
export function createBot(
  files: Commands,
  desk: Desk | (() => Desk),
  { unanswered, sharing = createSharingSwitch() }: Kept = {},
  host: Host = { version: '0' },
): Bot {
  const currentDesk = typeof desk === 'function' ? desk : () => desk;
  const commandsFor = createCommandsFor(files);

  async function respond(sent: Request): Promise<Reply> {
    const { member, place, channelId, parentId, serverId, target, ...given } = sent;
    const desk = currentDesk();
    const { runnable, offered, askedCommand } = commandsFor(desk.knowledge);
    const command = runnable.get(given.command);
    if (!command) return outdated();
    const refusal = command.requires && whyRefused(command.requires, member, place);
    if (refusal) return notice(`/${given.command} ${refusal}`);
    const unreadable = target && whyUnreadable(target);
    if (unreadable) return notice(unreadable);
    const request = { ...given, options: chosenOptions(command, given.options, desk) };
    const isSharingOff = await isOffIn([channelId, parentId], sharing);
    if (request.share && isSharingOff)
      return notice('A moderator turned sharing off in this channel. Your answer stays private.');
    const context: Context = {
      desk,
      member,
      channelId,
      parentId,
      serverId,
      sharing,
      ...(unanswered && { unanswered }),
      commands: offered,
      host,
      askedCommand(question) {
        const asked = askedCommand(question, desk);
        const found = asked && runnable.get(asked.command);
        return found && run(found, asked.options, context);
      },
    };
    const reply = withReading(await run(command, request.options, context), target);
    if (reply.act) return reply;
    if (request.share)
      return reply.shareable === false
        ? reply
        : shareReply(reply, reply.subject ?? subjectOf(request), member);
    const listed = unanswered ? listUnanswered(reply, unanswered, { memberId: member.id, serverId }) : reply;
    return isSharingOff ? listed : offerShare(listed, request);
  }

  return {
    get status() {
      return shorten(`Ask me about ${currentDesk().knowledge.article.subject}`, STATUS_LENGTH);
    },
    get commands() {
      return commandsFor(currentDesk().knowledge).commands;
    },
    get runnable() {
      return commandsFor(currentDesk().knowledge).runnable;
    },
    get offered() {
      return commandsFor(currentDesk().knowledge).offered;
    },
    respond,
    suggest({ command, option, typed }) {
      const desk = currentDesk();
      const { suggest, complete } = commandsFor(desk.knowledge).runnable.get(command) ?? {};
      const texts = ofOption(complete, option)?.(typed, desk).map((text) => ({ name: text, value: text }));
      return fitChoices(texts ?? ofOption(suggest, option)?.(typed, desk) ?? []);
    },
  };
}

/** The reply of a command; a notice where an option fails its check. */
async function run(command: Command, given: StoredRequest['options'], context: Context): Promise<Reply> {
  const options = command.options.safeParse(given);
  if (!options.success) return notice(options.error.issues.map((issue) => issue.message).join(' '));
  return command.run(options.data, context);
}

/** Whether sharing is off in a channel, or in the one above it. */
async function isOffIn(channels: readonly (string | undefined)[], sharing: SharingSwitch): Promise<boolean> {
  for (const id of channels) if (id !== undefined && (await sharing.isOff(id))) return true;
  return false;
}

/** Adds a line below the question that says what of a message was read, unless that is simply its text. */
function withReading(reply: Reply, target: TargetMessage | undefined): Reply {
  const text = target && describeReading(target);
  if (!text) return reply;
  const start = reply.blocks.findIndex(({ kind }) => kind === 'question') + 1;
  return { ...reply, blocks: reply.blocks.toSpliced(start, 0, { kind: 'note', text }) };
}

/** What suggests something for an option; undefined for an option without suggestions or an unknown one. */
const ofOption = <T>(suggesting: Partial<Record<string, T>> | undefined, option: string): T | undefined =>
  suggesting && Object.hasOwn(suggesting, option) ? suggesting[option] : undefined;

/** The options, with the name of a choice replaced by its value. */
const chosenOptions = (command: Command, given: StoredRequest['options'], desk: Desk) =>
  Object.fromEntries(
    Object.entries(given).map(([option, text]) => {
      const choicesFor = ofOption(command.suggest, option);
      return [option, choicesFor ? toChosenValue(text, (typed) => choicesFor(typed, desk)) : text];
    }),
  );

/** Why a member may not run a command, worded to follow the command's name; undefined if the member may. */
function whyRefused(
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

/** Adds what is unanswered to the list. An answered question gets a button by which its asker can add it. */
function listUnanswered(reply: Reply, list: UnansweredLog, asker: Asker): Reply {
  const { memberQuestion: question, unanswered = [], buttons = [] } = reply;
  // Nobody is told of it, so the answer need not wait.
  for (const one of unanswered) void list.add(one, asker);
  if (question === undefined || unanswered.includes(question)) return reply;
  const missed = {
    label: "This didn't answer my question",
    request: { command: 'not-answered', options: { question } },
  };
  return { ...reply, buttons: [...buttons, missed] };
}

const subjectOf = ({ command, options }: StoredRequest) => JSON.stringify([command, options]);

function offerShare(reply: Reply, request: StoredRequest): Reply {
  if (reply.shareable === false) return reply;
  const shared: StoredRequest = { ...request, share: true };
  if (!isStorable(shared)) return reply;
  return { ...reply, buttons: [...(reply.buttons ?? []), { label: 'Share', request: shared }] };
}
