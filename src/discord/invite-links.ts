// The links by which the bot is invited to a server, and added to an account.
import { ApplicationIntegrationType, OAuth2Scopes, PermissionsBitField } from 'discord.js';
import { PUBLISHING } from './pin-permissions.ts';

/** What the log says beside the links. */
export const INVITATION = 'Invite the bot to a server, or add it to your account, by these links';

/**
 * The link for a server, which asks for the permissions of the pinned summary, since replies need none; and the one for
 * an account, to use the bot wherever one is (Discord: Application, Install Links).
 */
export const inviteLinks = (applicationId: string): { server: string; account: string } => ({
  server: linkTo(applicationId, {
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: PermissionsBitField.resolve(PUBLISHING.bot).toString(),
  }),
  account: linkTo(applicationId, {
    scope: OAuth2Scopes.ApplicationsCommands,
    integration_type: String(ApplicationIntegrationType.UserInstall),
  }),
});

function linkTo(applicationId: string, asked: Record<string, string>): string {
  const query = new URLSearchParams({ client_id: applicationId, ...asked });
  return `https://discord.com/oauth2/authorize?${query}`;
}
