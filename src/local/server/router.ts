// REST routes, and which of them a request is for.

import { checkShape, type Shape } from './check-shape.ts';
import { DiscordError, type Problem } from './errors.ts';
import type { UploadedFile } from './uploads.ts';

/** A request of the bot, read and parsed. */
export interface ApiRequest {
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Parsed JSON; undefined when there was none. */
  body: unknown;
  files: readonly UploadedFile[];
  /** What the request was about. Its handler fills this in for the record. */
  about: { interactionId: string | null; messageId: string | null };
}

export interface ApiResponse {
  status: number;
  /** Sent as JSON; left out for 204. */
  body?: unknown;
}

/** Handlers by route, as `'GET /channels/:channel'`. */
export type Routes = Readonly<Record<string, (request: ApiRequest) => ApiResponse>>;

export const noContent: ApiResponse = { status: 204 };
export const ok = (body: unknown): ApiResponse => ({ status: 200, body });

/**
 * Finds the handler of a request.
 * @param path below `/api/v10`, without query
 * @returns the handler and the parameters of its path, or null
 */
export function findRoute(routes: Routes, method: string, path: string) {
  const steps = path.split('/');
  for (const [route, handle] of Object.entries(routes)) {
    const [routeMethod, pattern = ''] = route.split(' ');
    const names = pattern.split('/');
    if (routeMethod !== method || names.length !== steps.length) continue;
    if (!names.every((name, index) => name.startsWith(':') || name === steps[index])) continue;
    const params = names.flatMap((name, index) =>
      name.startsWith(':') ? [[name.slice(1), decodeURIComponent(steps[index] ?? '')]] : [],
    );
    return { handle, params: Object.fromEntries(params) as Record<string, string> };
  }
  return null;
}

/**
 * Checks a body and gives it its type.
 * @param shape which request it is
 * @param more what to check beyond the specification, once the shape is right
 * @throws DiscordError invalidForm
 */
export function read<T>(shape: Shape, body: unknown, more: (body: T) => readonly Problem[] = () => []): T {
  const problems = checkShape(shape, body);
  const all = problems.length > 0 ? problems : more(body as T);
  if (all.length > 0) throw new DiscordError('invalidForm', all);
  return body as T;
}
