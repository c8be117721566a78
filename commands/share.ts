// Turns the Share buttons of a channel off and on again, for its moderators.
import { z } from 'zod';
import { type Context, defineCommand, defineCommandGroup, notice, type Reply } from '#bot';

export default defineCommandGroup({
  description: 'Whether members can share answers in this channel',
  requires: 'ManageMessages',
  subcommands: {
    off: defineCommand({
      description: 'Answers in this channel and its threads stay private: no Share button',
      options: z.object({}),
      run: (_, context) =>
        turn(
          'off',
          context,
          'Sharing is off here and in threads of this channel: answers have no Share button, and older buttons no longer work. What moderators post is not affected. /share on undoes this.',
        ),
    }),
    on: defineCommand({
      description: 'Members can share answers in this channel again',
      options: z.object({}),
      run: (_, context) => turn('on', context, 'Sharing is on here: answers have a Share button.'),
    }),
  },
});

async function turn(
  to: 'off' | 'on',
  { channelId = '', parentId, sharing }: Context,
  done: string,
): Promise<Reply> {
  if (!(await sharing.turn(channelId, to)))
    return notice("I could not save that, so nothing changed. The log tells the bot's operator why.");
  if (to === 'on' && parentId !== undefined && (await sharing.isOff(parentId)))
    return notice('Sharing is off in the channel that this thread belongs to. Use /share on there.');
  return notice(done);
}
