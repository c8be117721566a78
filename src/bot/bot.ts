// The bot without Discord: a request in, a reply out. Buttons come through the same door as typed commands.
import type { Desk } from '../core/desk.ts';
import type { Choice, Commands, Member } from './command.ts';
import { fitMessage } from './fit-message.ts';
import { notice, outdated, type Reply } from './reply.ts';
import { isStorable, type StoredRequest } from './stored-request.ts';

/** A typed command or a pressed button, and who sent it. */
export interface Request extends StoredRequest {
  member: Member;
}

/** What a member has typed so far into one option of a command. */
export interface Typing {
  command: string;
  option: string;
  typed: string;
}

export interface Bot {
  readonly commands: Commands;
  /** Replies to any request; a command that is not known or an option that fails its check gets a kind word. */
  respond(request: Request): Promise<Reply>;
  /** Choices for what is being typed, best first; none where the option has none. */
  suggest(typing: Typing): readonly Choice[];
}

/** Makes the bot from its commands and the desk that answers for them. */
export function createBot(commands: Commands, desk: Desk): Bot {
  async function respond({ member, ...request }: Request): Promise<Reply> {
    const command = commands.get(request.command);
    if (!command) return outdated();
    if (command.only === 'moderators' && !member.moderates)
      return notice(`Only moderators of this channel can use /${request.command}.`);
    const options = command.options.safeParse(request.options);
    if (!options.success) return notice(options.error.issues.map((issue) => issue.message).join(' '));

    const reply = fitMessage(await command.run(options.data, { desk, member }));
    if (reply.act || reply.shareable === false) return reply;
    return request.share ? share(reply, member) : offerShare(reply, request);
  }

  return {
    commands,
    respond,
    suggest: ({ command, option, typed }) => commands.get(command)?.suggest?.[option]?.(typed, desk) ?? [],
  };
}

function offerShare(reply: Reply, request: StoredRequest): Reply {
  const shared: StoredRequest = { ...request, share: true };
  if (!isStorable(shared)) return reply;
  return { ...reply, buttons: [...(reply.buttons ?? []), { label: 'Share', request: shared }] };
}

function share(reply: Reply, member: Member): Reply {
  const remove = { label: 'Remove', request: { command: 'remove', options: { asker: member.id } } };
  return {
    blocks: [{ kind: 'note', text: `Shared by ${member.name}` }, ...reply.blocks],
    buttons: [...(reply.buttons ?? []), remove],
    act: {
      kind: 'share',
      instead: { ...reply, blocks: [...reply.blocks, { kind: 'note', text: 'Shared in this channel.' }] },
    },
  };
}
