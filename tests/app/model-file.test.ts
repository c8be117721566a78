// What makes a trained model stale, and what does not.
import { expect, test } from 'vitest';
import { KNOWLEDGE, loadKnowledge } from '../../src/app/load-knowledge.ts';
import { fingerprintOf } from '../../src/app/model-file.ts';
import type { Knowledge } from '../../src/core/knowledge/parse.ts';
import type { Fact } from '../../src/core/knowledge/schema.ts';

const knowledge = await loadKnowledge();
const withFacts = (change: (fact: Fact) => Fact): Knowledge => ({
  ...knowledge,
  facts: new Map([...knowledge.facts].map(([id, fact]) => [id, change(fact)])),
});
const fingerprint = (changed: Knowledge) => fingerprintOf(KNOWLEDGE, changed);

test('a model stays fresh when only what claims are judged by changes, and turns stale with a figure', async () => {
  const trainedOn = await fingerprint(knowledge);
  const unjudged = withFacts(({ statements: _, values, ...fact }) => ({
    ...fact,
    values: values.flatMap((value) => {
      if (value.kind === 'range') return [];
      return 'told' in value ? [{ ...value, told: undefined }] : [value];
    }),
  }));
  expect(await fingerprint({ ...unjudged, concepts: new Map() })).toBe(trainedOn);
  const otherFigures = withFacts((fact) => ({
    ...fact,
    values: fact.values.map((value) => (value.kind === 'number' ? { ...value, number: 1 } : value)),
  }));
  expect(await fingerprint(otherFigures)).not.toBe(trainedOn);
});
