// The knowledge files' schemas as JSON Schema, for editors that check YAML while one types.
import { z } from 'zod';
import { fileSchemas } from '../core/knowledge/schema.ts';

/** File name and content of each editor schema, as `npm run schema` writes them to knowledge/schema/. */
export const editorSchemas = (): [name: string, text: string][] =>
  Object.entries(fileSchemas).map(([kind, schema]) => [
    `${kind}.json`,
    `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
  ]);
