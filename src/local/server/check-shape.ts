// Checks what the bot sends against Discord's own OpenAPI specification, as zod schemas.
import * as spec from 'discord-api-spec/zod';
import { z } from 'zod';
import type { Problem } from './errors.ts';

const schemas = {
  reply: spec.CreateMessageInteractionCallbackRequestSchema,
  update: spec.UpdateMessageInteractionCallbackRequestSchema,
  choices: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  followUp: spec.IncomingWebhookInteractionRequestSchema,
  replyEdit: spec.IncomingWebhookUpdateRequestPartialSchema,
  message: spec.MessageCreateRequestSchema,
  messageEdit: spec.MessageEditRequestPartialSchema,
  commands: z.array(spec.ApplicationCommandUpdateRequestSchema),
  command: spec.ApplicationCommandCreateRequestSchema,
  commandEdit: spec.ApplicationCommandPatchRequestPartialSchema,
};
export type Shape = keyof typeof schemas;

/**
 * Finds what is wrong with a request body by the specification, unknown fields included.
 * @param shape which request it is
 * @param body parsed JSON
 */
export function checkShape(shape: Shape, body: unknown): Problem[] {
  const result = schemas[shape].safeParse(body);
  return result.success
    ? unknownFields(body, result.data)
    : result.error.issues.flatMap((issue) => toProblems(issue as z.core.$ZodIssue));
}

/** Of a union, only the member that was meant is reported: its `type` fits, and it has the fewest problems. */
function toProblems(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'invalid_union') {
    const misfit = (issues: readonly z.core.$ZodIssue[]) =>
      issues.some(
        (inner) => inner.path.length === 0 || (inner.path.length === 1 && inner.path[0] === 'type'),
      );
    const [meant] = issue.errors.filter((issues) => !misfit(issues)).sort((a, b) => a.length - b.length);
    if (meant) return meant.flatMap((inner) => toProblems({ ...inner, path: [...path, ...inner.path] }));
  }
  return [{ path, code: codes[issue.code] ?? 'BASE_TYPE_BAD_TYPE', message: issue.message }];
}

const codes: Partial<Record<string, string>> = {
  too_big: 'BASE_TYPE_MAX_LENGTH',
  too_small: 'BASE_TYPE_BAD_LENGTH',
  invalid_value: 'BASE_TYPE_CHOICES',
  invalid_format: 'STRING_TYPE_REGEX',
};

/** Switches that discord.js sends as off even where Discord has no such field. */
const alwaysSent = new Set(['tts', 'enforce_nonce']);

/** The schemas drop fields they do not know, so what is missing from the parsed value is unknown to Discord. */
function unknownFields(sent: unknown, parsed: unknown, path: readonly (string | number)[] = []): Problem[] {
  if (Array.isArray(sent) && Array.isArray(parsed))
    return sent.flatMap((item, index) => unknownFields(item, parsed[index], [...path, index]));
  if (!isRecord(sent) || !isRecord(parsed)) return [];
  return Object.keys(sent).flatMap((key) =>
    key in parsed || (alwaysSent.has(key) && sent[key] === false)
      ? unknownFields(sent[key], parsed[key], [...path, key])
      : [{ path: [...path, key], code: 'UNKNOWN_FIELD', message: 'Discord does not know this field.' }],
  );
}

/** Whether a JSON value is an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
