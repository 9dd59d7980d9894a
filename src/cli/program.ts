import { Command, Option } from 'commander';
import type { Messages } from '../messages/messages.ts';
import type { CheckOptions } from './check.ts';
import type { ClassifyOptions } from './classify.ts';
import type { CriteriaCommandOptions } from './criteria.ts';
import type { NewOptions } from './criteria-author.ts';
import type { CoverageOptions } from './criteria-coverage.ts';
import type { DiffOptions } from './diff.ts';
import type { ExplainOptions } from './explain.ts';
import type { GenerateOptions } from './generate.ts';
import type { Io } from './io.ts';
import type { LinkCommandOptions } from './link.ts';
import { addLedger, addTarget } from './program-targets.ts';
import type { QuestionsOptions } from './questions.ts';
import type { SummaryOptions } from './summary.ts';

/** Takes the exit code of the command that ran, and the options it ran with. */
export type Report = (code: Promise<number>, command: string, options: object) => Promise<void>;

/** The command line: names, options and help. What a command does is loaded when it is called. */
export function makeProgram(words: Messages, version: string, io: Io, report: Report): Command {
  const { help } = words;
  const { option: o } = help;
  const program = new Command('review');
  // before any subcommand: they copy these when they are made
  program
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {}, outputError: () => {} })
    .configureHelp({
      helpWidth: io.stdout.columns,
      styleTitle: (title) => help.titles[title] ?? title,
      optionDescription: (option) => describe(option, words),
    })
    .helpOption('-h, --help', help.helpOption)
    .helpCommand('help [command]', help.command);
  program
    .description(help.about)
    .version(version, '-V, --version', help.version)
    .addHelpText('after', `\n${help.examples}\n${EXAMPLES.map((line) => `  ${line}`).join('\n')}\n`);

  const common = (command: Command) =>
    command
      .addOption(new Option('--lang <lang>', o.lang).choices(['vi', 'en']))
      .option('-q, --quiet', o.quiet)
      .option('-v, --verbose', o.verbose)
      .option('--color', o.color)
      .option('--no-color', o.noColor)
      .option('--no-input', o.noInput)
      .option('--debug', o.debug);
  const printed = (command: Command, formats: readonly string[]) =>
    command
      .option('-o, --output <file>', o.outputText)
      .option('--force', o.force)
      .addOption(new Option('--format <format>', o.format).choices(formats).default('table'));
  const chosen = (command: Command) =>
    command
      .option('-c, --criteria <id>', o.criteria, collect)
      .option('--date <date>', o.date)
      .option('--year <year>', o.year)
      .addOption(new Option('--basis <basis>', o.basis).choices(['income', 'score']))
      .addOption(new Option('--class <class>', o.class).choices(['computed', 'recorded']))
      .option('--members <files...>', o.members)
      .addOption(new Option('--prefer <which>', o.prefer).choices(['marks', 'answers']))
      .option('--allow-unverified', o.allowUnverified)
      .option('--outside-coverage', o.outsideCoverage)
      .addOption(new Option('--delimiter <char>', o.delimiter).choices([',', ';', 'tab']))
      .option('--encoding <name>', o.encoding)
      .option('--sheet <name>', o.sheet, collect)
      .option('--columns <file>', o.columns)
      .option('--unit <file=code>', o.unit, collect)
      .option('--key <fields>', o.key);

  const check = chosen(program.command('check').description(help.check).argument('<files...>', help.files))
    .option('--expect <file>', o.expect)
    .option('--previous <file>', o.previous, collect)
    .addOption(new Option('--fail-on <severity>', o.failOn).choices(['warning', 'error']));
  common(printed(check, ['table', 'json', 'csv', 'md', 'xlsx'])).action((files: string[], options: CheckOptions) =>
    report(
      import('./check.ts').then(({ run }) => run(files, options, io)),
      'check',
      options,
    ),
  );

  const classify = chosen(program.command('classify').description(help.classify).argument('<files...>', help.files))
    .option('-o, --output <file>', o.output)
    .option('--force', o.force)
    .option('--reject-to <file>', o.rejectTo)
    .option('--drop-identical', o.dropIdentical)
    .option('--keep-columns', o.keepColumns)
    .addOption(new Option('--coverage <what>', o.coverage).choices(['all', 'reviewed', 'listed']).default('reviewed'))
    .addOption(new Option('--status <status>', o.status).choices(['preliminary', 'rechecked', 'approved']))
    .option('--decision <number>', o.decision)
    .addOption(new Option('--decimals <n>', o.decimals).choices(['0', '1', '2', '3', '4', '5', '6']))
    .addOption(new Option('--format <format>', o.format).choices(['table', 'json', 'csv', 'md']).default('table'))
    .addOption(new Option('--reader <reader>', o.reader).choices(['auto', 'fast', 'reference']).default('auto'))
    .option('--threads <n>', o.threads)
    .option('--dry-run', o.dryRun);
  common(classify).action((files: string[], options: ClassifyOptions) =>
    report(
      import('./classify.ts').then(({ run }) => run(files, options, io)),
      'classify',
      options,
    ),
  );

  const explain = chosen(program.command('explain').description(help.explain).argument('<files...>', help.files));
  explain.requiredOption('--household <id>', o.household);
  common(printed(explain, ['table', 'json', 'md'])).action((files: string[], options: ExplainOptions) =>
    report(
      import('./explain.ts').then(({ run }) => run(files, options, io)),
      'explain',
      options,
    ),
  );

  const questions = chosen(program.command('questions').description(help.questions).argument('<files...>', help.files));
  common(printed(questions, ['table', 'json', 'csv', 'md', 'xlsx'])).action(
    (files: string[], options: QuestionsOptions) =>
      report(
        import('./questions.ts').then(({ run }) => run(files, options, io)),
        'questions',
        options,
      ),
  );

  const l = words.link.help;
  const link = chosen(program.command('link').description(l.link))
    .argument('<before>', l.beforeFile)
    .argument('<after>', l.afterFile)
    .option('-o, --output <file>', l.output)
    .option('--force', o.force)
    .option('--links <file>', l.links)
    .option('--crosswalk <file>', l.crosswalk)
    .option('--members-before <files...>', l.membersBefore)
    .option('--members-after <files...>', l.membersAfter)
    .option('--dry-run', o.dryRun)
    .addOption(new Option('--format <format>', o.format).choices(['table', 'json', 'csv', 'md']).default('table'));
  common(link).action((before: string, after: string, options: LinkCommandOptions) =>
    report(
      import('./link.ts').then(({ run }) => run(before, after, options, io)),
      'link',
      options,
    ),
  );

  const d = words.diff.help;
  const years = chosen(program.command('diff').description(d.about))
    .argument('<before>', d.before)
    .argument('<after>', d.after)
    .option('--links <file>', d.links)
    .option('--crosswalk <file>', d.crosswalk)
    .option('--ledger <file>', d.ledger)
    .option('--history <results...>', d.history)
    .option('--rules <id>', d.rules)
    .option('--quota <file>', d.quota)
    .option('--by <levels>', d.by, collect)
    .option('--only <movements>', d.only, collect)
    .addOption(new Option('--coverage-before <what>', d.coverageBefore).choices(['all', 'reviewed', 'listed']))
    .addOption(new Option('--coverage-after <what>', d.coverageAfter).choices(['all', 'reviewed', 'listed']))
    .option('--members-before <files...>', d.membersBefore)
    .option('--members-after <files...>', d.membersAfter)
    .option('--exit-code', d.exitCode);
  common(printed(years, ['table', 'json', 'csv', 'md', 'xlsx'])).action(
    (before: string, after: string, options: DiffOptions) =>
      report(
        import('./diff.ts').then(({ run }) => run(before, after, options, io)),
        'diff',
        options,
      ),
  );

  const summary = chosen(program.command('summary').description(help.summary).argument('<results...>', help.results))
    .option('--by <levels>', o.by, collect)
    .option('--population <file>', o.population)
    .option('--against <file>', o.against)
    .option('--index', o.index)
    .option('--cutoff <k>', o.cutoff)
    .addOption(new Option('--count <what>', o.count).choices(['households', 'persons']))
    .addOption(new Option('--missing <policy>', o.missing).choices(['drop', 'reweight', 'not_deprived', 'deprived']))
    .option('--group-by <field>', o.groupBy)
    .addOption(new Option('--coverage <what>', o.coverage).choices(['all', 'reviewed', 'listed']))
    .addOption(new Option('--decimals <n>', o.decimals).choices(['0', '1', '2', '3', '4', '5', '6']))
    .addOption(new Option('--reader <reader>', o.reader).choices(['auto', 'fast', 'reference']).default('auto'))
    .option('--threads <n>', o.threads);
  common(printed(summary, ['table', 'json', 'csv', 'md', 'xlsx'])).action((files: string[], options: SummaryOptions) =>
    report(
      import('./summary.ts').then(({ run }) => run(files, options, io)),
      'summary',
      options,
    ),
  );

  const workshop = { words, io, report, common, printed, chosen };
  addTarget(program, workshop);
  addLedger(program, workshop);

  const criteria = program.command('criteria').description(help.criteria);
  common(printed(criteria.command('list').description(help.criteriaList), ['table', 'json', 'md', 'csv'])).action(
    (options: CriteriaCommandOptions) =>
      report(
        import('./criteria.ts').then(({ list }) => list(options, io)),
        'criteria',
        options,
      ),
  );
  const show = criteria.command('show').description(help.criteriaShow).argument('<id>', help.id);
  show.option('--date <date>', o.date).option('--year <year>', o.year);
  common(printed(show, ['table', 'json', 'md'])).action((id: string, options: CriteriaCommandOptions) =>
    report(
      import('./criteria.ts').then((commands) => commands.show(id, options, io)),
      'criteria',
      options,
    ),
  );

  const checkSet = criteria.command('check').description(help.criteriaCheck).argument('<file>', help.idOrPipe);
  common(
    checkSet.addOption(new Option('--format <format>', o.format).choices(['table', 'json']).default('table')),
  ).action((file: string, options: CriteriaCommandOptions) =>
    report(
      import('./criteria-author.ts').then((author) => author.check(file, options, io)),
      'criteria',
      options,
    ),
  );
  const diff = criteria
    .command('diff')
    .description(help.criteriaDiff)
    .argument('<a>', help.id)
    .argument('<b>', help.id)
    .option('--date <date>', o.date)
    .option('--year <year>', o.year);
  common(printed(diff, ['table', 'json', 'md'])).action((a: string, b: string, options: CriteriaCommandOptions) =>
    report(
      import('./criteria-author.ts').then((author) => author.diff(a, b, options, io)),
      'criteria',
      options,
    ),
  );
  const test = criteria.command('test').description(help.criteriaTest).argument('<files...>', help.cases);
  common(test.addOption(new Option('--format <format>', o.format).choices(['table', 'json']).default('table'))).action(
    (files: string[], options: CriteriaCommandOptions) =>
      report(
        import('./criteria-test.ts').then(({ run }) => run(files, options, io)),
        'criteria',
        options,
      ),
  );
  const coverage = chosen(
    criteria.command('coverage').description(help.criteriaCoverage).argument('<files...>', help.files),
  );
  common(printed(coverage, ['table', 'json', 'md'])).action((files: string[], options: CoverageOptions) =>
    report(
      import('./criteria-coverage.ts').then(({ run }) => run(files, options, io)),
      'criteria',
      options,
    ),
  );
  const create = criteria.command('new').description(help.criteriaNew).argument('<id>', help.newId);
  create
    .option('--extends <id>', o.extends, 'vn-2022')
    .option('--date <date>', o.today)
    .option('-o, --output <file>', o.outputText)
    .option('--force', o.force);
  common(create).action((id: string, options: NewOptions) =>
    report(
      import('./criteria-author.ts').then((author) => author.create(id, options, io)),
      'criteria',
      options,
    ),
  );

  const schema = criteria.command('schema').description(help.criteriaSchema);
  schema.option('-o, --output <file>', o.outputText).option('--force', o.force);
  common(schema).action((options: NewOptions) =>
    report(
      import('./criteria-author.ts').then((author) => author.schema(options, io)),
      'criteria',
      options,
    ),
  );

  const generate = program.command('generate').description(help.generate);
  generate
    .option('--households <n>', o.households, '1200')
    .option('--seed <n>', o.seed, '2024')
    .option('--year <year>', o.yearData, '2025')
    .option('--communes <n>', o.communes)
    .option('--poor <n>', o.poor)
    .option('--near-poor <n>', o.nearPoor)
    .option('-c, --criteria <id>', o.criteriaCounts)
    .addOption(new Option('--headings <words>', o.headings).choices(['canonical', 'vi']).default('canonical'))
    .option('--members <file>', o.membersWritten)
    .option('--before <file>', o.beforeWritten)
    .option('--before-members <file>', o.beforeMembersWritten)
    .option('--links <file>', o.linksWritten)
    .option('--crosswalk <file>', o.crosswalkWritten)
    .option('-o, --output <file>', o.outputText)
    .option('--force', o.force);
  common(generate).action((options: GenerateOptions) =>
    report(
      import('./generate.ts').then(({ run }) => run(options, io)),
      'generate',
      options,
    ),
  );
  return program;
}

/** What an option does, what it takes, and what it is when left out. */
function describe({ description, argChoices, defaultValue }: Option, { help }: Messages): string {
  const choices = argChoices === undefined ? [] : [help.choices(argChoices.join(', '))];
  const otherwise = typeof defaultValue === 'string' ? [help.otherwise(defaultValue)] : [];
  return [description, ...choices, ...otherwise].join(' ');
}

const EXAMPLES = [
  'review classify ho.csv -c vn-2022 -o ket-qua.csv',
  'review explain ho.csv -c quang-ninh-2023 --household 0000123',
  'review criteria show vn-2022',
];

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
