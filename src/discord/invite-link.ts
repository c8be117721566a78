// The link by which the bot is invited.
import { OAuth2Scopes, PermissionsBitField } from 'discord.js';
import { PUBLISHING } from './pin-permissions.ts';

/** The link for a server, or for one's own account. Replies need no permission; it asks for those of the pinned summary. */
export const inviteLink = (applicationId: string): string => {
  const link = new URL('https://discord.com/oauth2/authorize');
  link.searchParams.set('client_id', applicationId);
  link.searchParams.set('scope', [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '));
  link.searchParams.set('permissions', PermissionsBitField.resolve(PUBLISHING).toString());
  return link.href;
};
