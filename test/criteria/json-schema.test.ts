import { expect, it } from 'vitest';
import { criteriaJsonSchema } from '../../src/criteria/json-schema.ts';

it('docs/criteria.schema.json is made from the schema that reads the files', async () => {
  const text = `${JSON.stringify(criteriaJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../docs/criteria.schema.json');
});

it('names every condition there is', () => {
  const text = JSON.stringify(criteriaJsonSchema());
  for (const test of ['share_members', 'some_member', 'at_most', 'deprived', 'includes_any'])
    expect(text).toContain(`"${test}"`);
});
