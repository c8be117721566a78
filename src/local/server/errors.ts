// Discord's REST errors: the codes that this server answers with, and their JSON.

/** One fault of a request body: where it is, Discord's code and Discord's message. */
export interface Problem {
  path: readonly (string | number)[];
  code: string;
  message: string;
}

/** HTTP status, code and message of each error (Discord: Topics, Opcodes and Status Codes, JSON Error Codes). */
const known = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  tooManyPins: [400, 30003, 'Maximum number of pins reached (250)'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached'],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  foreignMessage: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  noTextChannel: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  pinnedElsewhere: [400, 50019, 'A message can only be pinned to the channel it was sent in'],
  systemMessage: [403, 50021, 'Cannot execute action on a system message'],
  expiredToken: [401, 50027, 'Invalid Webhook Token'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  entryPointRemoved: [
    400,
    50240,
    "You cannot remove this app's Entry Point command in a bulk update operation. Please include the Entry Point command in your update request or delete it separately.",
  ],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
} as const satisfies Record<string, readonly [number, number, string]>;

/** An error that Discord answers with. Route handlers throw it; rest.ts makes the response of it. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  /**
   * @param name which error
   * @param problems for `invalidForm` and `emptyMessage`: what is wrong with the body
   */
  constructor(name: keyof typeof known, problems: readonly Problem[] = []) {
    const [status, code, message] = known[name];
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  /** The response body: `errors` is nested by path, with `_errors` at its leaves, as Discord does. */
  toJSON(): object {
    const errors: Record<string, unknown> = {};
    for (const { path, code, message } of this.problems) {
      let node = errors;
      for (const step of path) {
        node[step] ??= {};
        node = node[step] as Record<string, unknown>;
      }
      node._errors ??= [];
      (node._errors as object[]).push({ code, message });
    }
    return {
      message: this.message,
      code: this.code,
      ...(this.code === known.invalidForm[1] && { errors }),
    };
  }
}
