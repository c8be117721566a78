// The server routes: what a bot needs to work out anybody's permissions in a channel.
import { DiscordError } from './errors.ts';
import { type Permissions, rolePermissions } from './permissions.ts';
import { type ApiRequest, ok, type Routes } from './router.ts';
import { allPlaces, type Guild, type Place, type World } from './world.ts';
import { botMemberJson, guildJson } from './world-json.ts';

/** The server routes. Only the servers that the bot is a member of are there for it. */
export function guildRoutes(world: World): Routes {
  const guildOf = ({ params }: ApiRequest): Guild => {
    const guild = allPlaces(world).find((place) => place.guild?.id === params.guild)?.guild;
    if (!guild?.hasBot) throw new DiscordError('missingAccess');
    return guild;
  };
  return {
    'GET /guilds/:guild': (request) => ok(guildJson(guildOf(request), rolePermissions)),
    'GET /guilds/:guild/members/:member': (request) => {
      const guild = guildOf(request);
      if (request.params.member !== world.bot.id) throw new DiscordError('notFound');
      return ok(botMemberJson(world.bot, guild));
    },
  };
}

/** The overwrites that a channel has for the bot and for people; a thread has none of its own. */
export function overwritesOf(place: Place, world: World, permissions: Permissions): object[] {
  if (place.parent || !place.guild) return [];
  const users = [{ id: world.bot.id, role: 'bot' as const }, ...Object.values(world.people)];
  return users.flatMap(({ id, role }) => {
    const here = permissions.of(id, role, place.id);
    const [allow, deny] = [here & ~rolePermissions[role], rolePermissions[role] & ~here];
    return allow || deny ? [{ id, type: 1, allow: allow.toString(), deny: deny.toString() }] : [];
  });
}
