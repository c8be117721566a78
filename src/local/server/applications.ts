// The REST routes for finding the gateway, for the bot's own identity and for registering commands.
import { checkCommand, checkCommands } from './command-limits.ts';
import type { CommandBody, CommandRegistry } from './commands.ts';
import { type ApiRequest, noContent, ok, type Routes, read } from './router.ts';
import type { World } from './world.ts';

/**
 * The application routes.
 * @param parts who the bot is, its commands, where the gateway is, how many shards it wants, and
 * how many logins it still takes
 */
export function applicationRoutes(parts: {
  world: World;
  commands: CommandRegistry;
  gatewayUrl: () => string;
  shards: number;
  sessionLimit: () => object;
  publicKey: string;
  endpointUrl: () => string | null;
}): Routes {
  const { world, commands } = parts;

  const commandRoutes = (prefix: string): Routes => {
    const scope = ({ params }: ApiRequest) => params.guild ?? null;
    const id = ({ params }: ApiRequest) => params.command ?? '';
    return {
      [`GET ${prefix}`]: (request) => ok(commands.of(scope(request))),
      [`PUT ${prefix}`]: (request) => {
        const bodies = read<CommandBody[]>('commands', normal(request.body), checkCommands);
        return ok(commands.replace(scope(request), bodies));
      },
      [`POST ${prefix}`]: (request) => {
        const { command, created } = commands.add(
          scope(request),
          read<CommandBody>('command', normal(request.body), checkCommand),
        );
        return { status: created ? 201 : 200, body: command };
      },
      [`GET ${prefix}/:command`]: (request) => ok(commands.get(scope(request), id(request))),
      [`PATCH ${prefix}/:command`]: (request) => {
        const before = commands.get(scope(request), id(request));
        const body = read<Partial<CommandBody>>('commandEdit', normal(request.body), (change) =>
          checkCommand({ ...before, ...change }),
        );
        return ok(commands.change(scope(request), id(request), body));
      },
      [`DELETE ${prefix}/:command`]: (request) => {
        commands.remove(scope(request), id(request));
        return noContent;
      },
    };
  };

  const application = {
    id: world.applicationId,
    name: world.bot.global_name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: parts.publicKey,
    flags: 0,
    bot: world.bot,
  };
  return {
    'GET /gateway/bot': () =>
      ok({
        url: parts.gatewayUrl(),
        shards: parts.shards,
        session_start_limit: parts.sessionLimit(),
      }),
    'GET /gateway': () => ok({ url: parts.gatewayUrl() }),
    'GET /users/@me': () => ok(world.bot),
    'GET /applications/@me': () => ok({ ...application, interactions_endpoint_url: parts.endpointUrl() }),
    'GET /oauth2/applications/@me': () => ok(application),
    ...commandRoutes('/applications/:application/commands'),
    ...commandRoutes('/applications/:application/guilds/:guild/commands'),
  };
}

/** The specification says that permissions are a number; Discord's documentation and libraries send a string. */
function normal(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(normal);
  const { default_member_permissions: permissions } = (body ?? {}) as {
    default_member_permissions?: unknown;
  };
  return typeof permissions === 'string' && /^\d+$/.test(permissions)
    ? { ...(body as object), default_member_permissions: Number(permissions) }
    : body;
}
