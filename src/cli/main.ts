import { type Command, CommanderError } from 'commander';
import { FindingsError, severityOf } from '../finding.ts';
import { messagesIn } from '../messages/messages.ts';
import { toolVersion } from '../shipped.ts';
import { nearest } from '../text/nearest.ts';
import { EXIT, exitFor, UsageError } from './exit.ts';
import type { Io } from './io.ts';
import { makeProgram } from './program.ts';
import { type CommonOptions, languageOf, type Settings, settingsFrom } from './settings.ts';
import { showFindings } from './show-findings.ts';

/** Runs one command line and gives its exit code. Everything it says goes through `io`. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const words = messagesIn(languageOf(optionIn(argv, '--lang'), io.env));
  let settings = settingsFrom({ lang: words.lang, ...(argv.includes('--no-color') && { color: false }) }, io);
  let exit: number = EXIT.done;
  let ran = { command: 'review', options: {} as CommonOptions & { format?: string; output?: string } };
  const program = makeProgram(words, toolVersion(), io, async (code, command, options) => {
    ran = { command, options };
    settings = settingsFrom(options, io);
    exit = await code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return endOfParsing(error, program, argv, settings);
    if (error instanceof UsageError) return wrongUsage(error.message, error.hint, `review ${ran.command}`, settings);
    if (error instanceof FindingsError) return endWithFindings(error, ran, settings);
    if (isClosedPipe(error)) return EXIT.done;
    await io.stderr.write(
      `${words.usage.bug(error instanceof Error ? error.message : String(error))}\n${words.usage.bugHint}\n`,
    );
    if (argv.includes('--debug') && error instanceof Error) await io.stderr.write(`${error.stack}\n`);
    return EXIT.bug;
  }
}

function optionIn(argv: readonly string[], name: string): string | undefined {
  const at = argv.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  return at < 0 ? undefined : argv[at]?.includes('=') ? argv[at]?.split('=')[1] : argv[at + 1];
}

export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

async function endWithFindings(
  { findings }: FindingsError,
  { command, options }: { command: string; options: { format?: string; output?: string } },
  settings: Settings,
): Promise<number> {
  const { io, words, quiet } = settings;
  await showFindings(findings, settings);
  if (options.output !== undefined && !quiet) await io.stderr.write(`${words.summary.nothingWritten}\n`);
  if (options.format === 'json') {
    const { render } = await import('../render/json.ts');
    await io.stdout.write(render({ command, criteria: null, inputs: [], data: null, findings }, words));
  }
  const errors = findings.filter((f) => severityOf(f.code) === 'error');
  return Math.max(...errors.map((f) => exitFor(f.code)), EXIT.data);
}

async function wrongUsage(message: string, hint: string, command: string, settings: Settings): Promise<number> {
  const { io, words } = settings;
  const { Chalk } = await import('chalk');
  const paint = new Chalk({ level: settings.colorOn(io.stderr) ? 1 : 0 });
  await io.stderr.write(`${paint.red(words.usage.error(message))}\n`);
  await io.stderr.write(`    → ${hint === '' ? words.usage.help(command) : hint}\n`);
  return EXIT.usage;
}

/** Help and version are done well; anything else commander stops for is wrong usage, told in the user's language. */
async function endOfParsing(
  error: CommanderError,
  program: Command,
  argv: readonly string[],
  settings: Settings,
): Promise<number> {
  const { io, words } = settings;
  const { usage } = words;
  const command = commandIn(program, argv);
  const name = pathOf(command);
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const say = (message: string, hint = '') => wrongUsage(message, hint, name, settings);
  const suggest = (wanted: string, known: readonly string[]) => {
    const [near] = nearest(wanted, known);
    return near === undefined ? '' : usage.didYouMean(near);
  };
  switch (error.code) {
    case 'commander.version':
      await io.stdout.write(`${error.message}\n`);
      return EXIT.done;
    case 'commander.helpDisplayed':
    case 'commander.help':
      await io.stdout.write(`${helpOf(command)}`);
      return EXIT.done;
    case 'commander.unknownOption':
      return say(
        usage.unknownOption(quoted),
        suggest(
          quoted,
          command.options.flatMap((o) => o.long ?? []),
        ),
      );
    case 'commander.unknownCommand':
      return say(
        usage.unknownCommand(quoted),
        suggest(
          quoted,
          command.commands.map((c) => c.name()),
        ),
      );
    case 'commander.missingArgument':
      return say(usage.missingArgument(quoted));
    case 'commander.optionMissingArgument':
      return say(usage.missingValue(quoted));
    case 'commander.missingMandatoryOptionValue':
      return say(usage.missingOption(quoted));
    case 'commander.invalidArgument': {
      const [, option = ''] = /option '([^']*)'/.exec(error.message) ?? [];
      const [, value = ''] = /argument '([^']*)'/.exec(error.message) ?? [];
      const [, choices = ''] = /Allowed choices are (.*)\.$/.exec(error.message) ?? [];
      return say(usage.badChoice(option, value, choices));
    }
    default:
      return say(usage.badValue(error.message.replace(/^error: /, '')));
  }
}

/** The command that the words lead to, as far as they do. */
function commandIn(program: Command, argv: readonly string[]): Command {
  let command = program;
  for (const word of argv.filter((arg) => arg !== 'help')) {
    const next = command.commands.find((c) => c.name() === word);
    if (next === undefined) break;
    command = next;
  }
  return command;
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

/** Help with what stands after it, which commander itself would only print. */
function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({
    ...command.configureOutput(),
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  return text;
}
