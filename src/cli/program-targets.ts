import { type Command, Option } from 'commander';
import type { Messages } from '../messages/messages.ts';
import type { Io } from './io.ts';
import type { AddOptions } from './ledger-add.ts';
import type { CloseOptions } from './ledger-close.ts';
import type { ShowOptions } from './ledger-show.ts';
import type { Report } from './program.ts';
import type { TargetOptions } from './target.ts';

/** What the program's commands are made with: their common options, and where they report to. */
export interface Workshop {
  readonly words: Messages;
  readonly io: Io;
  readonly report: Report;
  readonly common: (command: Command) => Command;
  readonly printed: (command: Command, formats: readonly string[]) => Command;
  readonly chosen: (command: Command) => Command;
}

const FORMATS = ['table', 'json', 'csv', 'md', 'xlsx'] as const;

/** `review target` */
export function addTarget(program: Command, { words, io, report, common, printed, chosen }: Workshop): void {
  const { help } = words.target;
  const command = chosen(program.command('target').description(help.target).argument('[results...]', help.result))
    .option('--baseline <file>', help.baseline, collect)
    .option('--baseline-count <figures>', help.baselineCount, collect)
    .option('--result-count <figures>', help.resultCount)
    .option('--target <target>', help.targetText, collect)
    .option('--targets <file>', help.targets)
    .option('--population <file>', help.population)
    .option('--baseline-population <file>', help.baselinePopulation, collect)
    .option('--links <file>', help.links)
    .option('--crosswalk <file>', help.crosswalk)
    .addOption(
      new Option('--by <unit>', help.by).choices(['total', 'area', 'province', 'commune', 'village']).default('total'),
    )
    .addOption(new Option('--coverage <what>', words.help.option.coverage).choices(['all', 'reviewed', 'listed']));
  common(printed(command, FORMATS)).action((files: string[], options: TargetOptions) =>
    report(
      import('./target.ts').then(({ run }) => run(files, options, io)),
      'target',
      options,
    ),
  );
}

/** `review ledger add | show | close` */
export function addLedger(program: Command, { words, io, report, common, printed }: Workshop): void {
  const { help } = words.ledger;
  const { option: o } = words.help;
  const ledger = program.command('ledger').description(help.ledger);
  const listed = (command: Command) =>
    command
      .argument('<ledger>', help.file)
      .option('--list <result>', help.list, collect)
      .option('-c, --criteria <id>', o.criteria, collect)
      .option('--columns <file>', o.columns)
      .option('--key <fields>', o.key);

  const add = listed(ledger.command('add').description(help.add))
    .option('--date <date>', help.day)
    .requiredOption('--household <key>', help.household)
    .option('--in <list>', help.in)
    .option('--out <list>', help.out)
    .option('--decision <number>', help.decision)
    .option('--reason <reason>', help.reason)
    .option('--size <n>', help.size)
    .option('--head-name <name>', help.headName)
    .option('--note <text>', help.note)
    .option('--dry-run', o.dryRun);
  common(add).action((file: string, options: AddOptions) =>
    report(
      import('./ledger-add.ts').then(({ run }) => run(file, options, io)),
      'ledger',
      options,
    ),
  );

  const show = listed(ledger.command('show').description(help.show)).option('--date <date>', help.until);
  common(printed(show, FORMATS)).action((file: string, options: ShowOptions) =>
    report(
      import('./ledger-show.ts').then(({ run }) => run(file, options, io)),
      'ledger',
      options,
    ),
  );

  const close = listed(ledger.command('close').description(help.close))
    .option('--end <result>', help.end, collect)
    .option('--date <date>', help.endDay)
    .option('-o, --output <file>', help.closedFile)
    .option('--force', o.force)
    .option('--dry-run', o.dryRun)
    .addOption(new Option('--format <format>', o.format).choices(['table', 'json', 'csv', 'md']).default('table'));
  common(close).action((file: string, options: CloseOptions) =>
    report(
      import('./ledger-close.ts').then(({ run }) => run(file, options, io)),
      'ledger',
      options,
    ),
  );
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
