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

it('explains every key of a file, and of a line, an indicator and a rule', () => {
  const { properties } = criteriaJsonSchema() as { properties: Record<string, Node> };
  const inside = (node: Node | undefined): Node => node?.anyOf?.[0] ?? node ?? {};
  const line = inside(properties.lines?.additionalProperties);
  const dimension = inside(properties.dimensions?.additionalProperties);
  const indicator = inside(dimension.properties?.indicators?.additionalProperties);
  const rule = inside(properties.classes?.properties?.income?.properties?.rules?.additionalProperties);
  for (const keys of [properties, line.properties, indicator.properties, rule.properties]) {
    expect(Object.keys(keys ?? {}).length).toBeGreaterThan(4);
    const silent = Object.entries(keys ?? {}).filter(([, key]) => !('description' in key) && !('$ref' in key));
    expect(silent.map(([name]) => name)).toEqual([]);
  }
});

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node;
  readonly anyOf?: readonly Node[];
}
