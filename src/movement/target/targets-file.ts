import { z } from 'zod';
import { type Finding, FindingsError, finding } from '../../finding.ts';
import { foldKey } from '../../text/fold.ts';
import { separatedRows } from '../../text/separated.ts';
import { type Path, parseYaml, type YamlFile } from '../../text/yaml.ts';
import { isFaulty, type Target, type TargetFault, targetOf } from './target.ts';

const PARTS = ['class', 'kind', 'value', 'measure', 'unit'] as const;

/**
 * Reads a file of targets: YAML with a list under `targets`, or CSV with the headings `class,kind,value,measure,unit`. The
 * last two may be left out.
 *
 * @throws FindingsError `E883` for every part that cannot be read, `E202` column missing
 */
export function readTargets(text: string, file: string): readonly Target[] {
  return /\.ya?ml$/i.test(file) ? yamlTargets(text, file) : csvTargets(text, file);
}

function csvTargets(text: string, file: string): readonly Target[] {
  const [header, ...rows] = separatedRows(text);
  const headings = header?.cells ?? [];
  const keys = headings.map(foldKey);
  const columnOf = (part: string) => keys.indexOf(foldKey(part));
  const missing = PARTS.slice(0, 3).filter((part) => columnOf(part) < 0);
  if (missing.length > 0)
    throw new FindingsError(missing.map((field) => finding('E202', { file, row: 1, field }, { data: { headings } })));
  const faults: Finding[] = [];
  const targets = rows.flatMap(({ line, cells }) => {
    const part = (name: string) => cells[columnOf(name)] ?? '';
    const target = targetOf({
      class: part('class'),
      kind: part('kind'),
      value: part('value'),
      measure: part('measure'),
      unit: part('unit'),
    });
    if (!isFaulty(target)) return [target];
    for (const fault of target) {
      const column = headings[columnOf(fault.part)] ?? fault.part;
      faults.push(faultFinding(fault, { file, row: line, column, field: fault.part }));
    }
    return [];
  });
  if (faults.length > 0) throw new FindingsError(faults);
  return targets;
}

const fileSchema = z.strictObject({
  targets: z.array(
    z.strictObject({
      class: z.string(),
      kind: z.string(),
      value: z.union([z.string(), z.number()]),
      measure: z.string().optional(),
      unit: z.string().optional(),
    }),
  ),
});

function yamlTargets(text: string, name: string): readonly Target[] {
  const { file, findings } = parseYaml(text, name, 'E883');
  if (file === null) throw new FindingsError(findings);
  const parsed = fileSchema.safeParse(file.value);
  if (!parsed.success) throw new FindingsError(parsed.error.issues.map((issue) => shapeFinding(issue, file)));
  const faults: Finding[] = [];
  const targets = parsed.data.targets.flatMap((written, at) => {
    const { measure = '', unit = '' } = written;
    const target = targetOf({ ...written, value: String(written.value), measure, unit });
    if (!isFaulty(target)) return [target];
    for (const fault of target) faults.push(faultFinding(fault, file.locate(['targets', at, fault.part])));
    return [];
  });
  if (faults.length > 0) throw new FindingsError(faults);
  return targets;
}

/** A key that is unknown, or one that is missing or of another kind. */
function shapeFinding(issue: z.core.$ZodIssue, file: YamlFile): Finding {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys')
    return finding('E883', file.locate([...path, issue.keys[0] ?? '']), {
      saw: issue.keys.join(', '),
      expected: PARTS,
    });
  return finding('E883', file.locate(path), { saw: path.join('.'), expected: path.length === 0 ? ['targets'] : PARTS });
}

function faultFinding({ saw, expected }: TargetFault, at: Finding['at']): Finding {
  return finding('E883', at, { saw, expected });
}
