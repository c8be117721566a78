// The server routes: what a bot needs to work out its permissions in a channel.
import { DiscordError } from './errors.ts';
import { type Permissions, rolePermissions } from './permissions.ts';
import { type ApiRequest, ok, type Routes } from './router.ts';
import { allPlaces, botMemberJson, type Guild, guildJson, type Place, type World } from './world.ts';

/** The server routes. Only the servers that the bot is a member of are there for it. */
export function guildRoutes(world: World): Routes {
  const guildOf = ({ params }: ApiRequest): Guild => {
    const guild = allPlaces(world).find((place) => place.guild?.id === params.guild)?.guild;
    if (!guild?.hasBot) throw new DiscordError('missingAccess');
    return guild;
  };
  return {
    'GET /guilds/:guild': (request) => ok(guildJson(guildOf(request), rolePermissions.bot)),
    'GET /guilds/:guild/members/:member': (request) => {
      guildOf(request);
      if (request.params.member !== world.bot.id) throw new DiscordError('notFound');
      return ok(botMemberJson(world.bot));
    },
  };
}

/** The overwrite that a channel has for the bot; a thread has none of its own. */
export function botOverwrites(place: Place, world: World, permissions: Permissions): object[] {
  if (place.parent || !place.guild) return [];
  const here = permissions.of(world.bot.id, 'bot', place.id);
  const [allow, deny] = [here & ~rolePermissions.bot, rolePermissions.bot & ~here];
  return allow || deny ? [{ id: world.bot.id, type: 1, allow: allow.toString(), deny: deny.toString() }] : [];
}
