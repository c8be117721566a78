// Creates the people and places of the local Discord.
import type { Guild, Names, Person, Place, World } from './world.ts';
import { userJson } from './world-json.ts';

const NAMES: Names = { bot: 'Desk', thread: 'a thread', post: 'a post' };

/** Creates the world: one server with the bot and four channels, one without it, three people. */
export function createWorld(names: Names = NAMES): World {
  const snowflake = createSnowflakes();
  const person = (name: string, role: Person['role'], locale: string): Person => ({
    id: snowflake(),
    name,
    role,
    locale,
  });
  const place = (
    kind: Place['kind'],
    name: string,
    guild: Guild | null,
    more: Partial<Place> = {},
  ): Place => ({
    id: snowflake(),
    name,
    kind,
    guild,
    parent: null,
    recipient: null,
    ...more,
  });

  // Older than what is in them, and of three shards (1 and 2, since direct messages are on 0) each is on its own.
  const guild: Guild = { id: String(200_000_000_002n << 22n), name: 'Newsroom', hasBot: true };
  const other: Guild = { id: String(200_000_000_003n << 22n), name: 'Somewhere Else', hasBot: false };
  const applicationId = snowflake();
  const people = {
    mia: person('Mia', 'member', 'en-US'),
    noah: person('Noah', 'member', 'de'),
    max: person('Max', 'moderator', 'en-GB'),
  };
  const general = place('text', 'general', guild);
  const forum = place('forum', 'questions', guild);
  const direct = new Map(
    Object.values(people).map((recipient) => [
      recipient.id,
      place('dm', recipient.name, null, { recipient }),
    ]),
  );
  return {
    people,
    places: {
      general,
      deskTalk: place('text', 'desk-talk', guild),
      announcements: place('announcement', 'announcements', guild),
      forum,
      thread: place('thread', names.thread, guild, { parent: general }),
      post: place('post', names.post, guild, { parent: forum }),
      elsewhere: place('text', 'lobby', other),
    },
    dm: (recipient) => direct.get(recipient.id) as Place,
    bot: userJson(applicationId, toUsername(names.bot), names.bot, true),
    applicationId,
    snowflake,
  };
}

/** "Picket Desk" is "picket-desk". */
const toUsername = (name: string): string =>
  name
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join('-') ?? 'bot';

/** Discord's ids: milliseconds since 2015 in the upper bits, so that they sort by time. */
function createSnowflakes(): () => string {
  const epoch = 1_420_070_400_000;
  let last = 0n;
  return () => {
    const now = BigInt(Date.now() - epoch) << 22n;
    last = now > last ? now : last + 1n;
    return last.toString();
  };
}
