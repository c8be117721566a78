// The curators' guide shows what there is: its examples are taken by the schema, and every kind of value has one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { KNOWLEDGE } from '../../src/app/load-knowledge.ts';
import { fileSchemas } from '../../src/core/knowledge/schema.ts';

const guide = readFileSync(join(KNOWLEDGE, 'README.md'), 'utf8');
const [fact] = fileSchemas.facts.element.options;
const { values } = fact.shape;

test('every kind of value has an example that the schema takes', () => {
  const [, section = ''] = guide.split('## Kinds of values\n');
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(section) ?? [];
  const shown = values.parse((parse(yaml) as { values: unknown }).values);
  const kinds = values.element.options.map((one) => one.shape.kind.value);
  expect(kinds).toHaveLength(11);
  expect([...new Set(shown.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort());
});
