// The curators' guide is up to date: the schema accepts its examples, and every kind of value has one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { KNOWLEDGE } from '../../src/app/load-knowledge.ts';
import { Population } from '../../src/core/knowledge/concepts-schema.ts';
import { fileSchemas } from '../../src/core/knowledge/schema.ts';
import { Section, View } from '../../src/core/knowledge/view-schema.ts';
import { KNOWN_UNITS } from '../../src/core/text/measure-units.ts';
import { files } from '../fixtures.ts';

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

test('the example of article.yaml is taken by the schema, and shows every kind of view and part of a section', () => {
  const [, section = ''] = guide.split('## What members see: article.yaml\n');
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(section) ?? [];
  const shown = parse(yaml) as { views: object[]; summary: object[] };
  const { views } = fileSchemas.article.parse({ ...(files['article.yaml'] as object), ...shown });
  expect(new Set(views.map(({ kind }) => kind))).toEqual(new Set(['comparison', 'list']));
  const keys = (entries: readonly object[]) => new Set(entries.flatMap(Object.keys));
  expect(keys(shown.summary)).toEqual(new Set(Object.keys(Section.shape)));
  expect(keys(shown.views)).toEqual(new Set(View.options.flatMap(({ shape }) => Object.keys(shape))));
});

test('the example of populations is taken by the schema, and shows all that one may have', () => {
  const [, section = ''] = guide.split('**Populations**');
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(section) ?? [];
  const { phrases, populations } = fileSchemas.concepts.parse(parse(yaml));
  const keys = [...new Set(populations.flatMap(Object.keys))];
  expect(keys.sort()).toEqual(Object.keys(Population.shape).sort());
  expect(keys.filter((key) => !section.includes(`| \`${key}\` |`))).toEqual([]);
  const named = populations.flatMap(({ concept, consistsOf = [], parts = [] }) => [
    concept,
    consistsOf,
    parts,
  ]);
  expect(named.flat().filter((id) => !Object.hasOwn(phrases, id))).toEqual([]);
});

test('every unit in which claims are compared is named', () => {
  const [, section = ''] = guide.split('Claims are compared in ');
  const [named = ''] = section.split(';');
  expect(named.match(/\w+/g)?.filter((word) => word !== 'and')).toEqual(KNOWN_UNITS);
});
