/**
 * Loads the bundled program (`bundle.ts`) chunk by chunk, each when something asks for it, together with what V8
 * compiled of it when the program was built. CommonJS, because Node 20 takes compiled code for scripts alone, and because
 * a program without ES modules begins without their loader.
 */

const { existsSync, readFileSync, statSync }: typeof import('node:fs') = require('node:fs');
const { join }: typeof import('node:path') = require('node:path');
const { pathToFileURL }: typeof import('node:url') = require('node:url');
const { Script }: typeof import('node:vm') = require('node:vm');

const DIST = join(__dirname, '..');
const BUNDLE = join(DIST, 'program');

/** A module of Node by its name, a chunk by its path from the bundle. */
type Load = (name: string) => unknown;
/** What the text of a chunk is: a function that fills its module. */
type Chunk = (require: Load, module: { exports: object }, urlOf: (path: string) => string, ownUrl: string) => void;

/** A loader, and what it loaded so far by name. */
interface Chunks {
  readonly load: Load;
  readonly scripts: ReadonlyMap<string, import('node:vm').Script>;
}

/** Gives a loader of the chunks in a folder. A compiled form that another V8 made is passed over. */
function chunksIn(folder: string): Chunks {
  const modules = new Map<string, { exports: object }>();
  const scripts = new Map<string, import('node:vm').Script>();
  const load: Load = (name) => {
    if (!name.startsWith('./')) return require(name);
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const filename = join(folder, name);
    const cachedData = compiledFormOf(filename);
    const script = new Script(readFileSync(filename, 'utf8'), { filename, ...(cachedData && { cachedData }) });
    scripts.set(name, script);
    const module = { exports: {} };
    modules.set(name, module);
    (script.runInThisContext() as Chunk)(load, module, urlOf, pathToFileURL(filename).href);
    return module.exports;
  };
  return { load, scripts };
}

function compiledFormOf(filename: string): Buffer | null {
  try {
    return readFileSync(`${filename}.cache`);
  } catch {
    return null;
  }
}

/** Where a module of the program lies, as it would say itself: the bundle stands in for it. `path`: below `dist/`. */
function urlOf(path: string): string {
  return pathToFileURL(join(DIST, path)).href;
}

/** True where the bundle was made of the modules that lie beside it: in a checkout not after `tsc` alone. */
function isBundled(): boolean {
  const made = statSync(join(BUNDLE, 'bin.js'), { throwIfNoEntry: false });
  const compiled = statSync(join(DIST, 'cli/bin.js'), { throwIfNoEntry: false });
  if (made === undefined || !existsSync(join(DIST, '../src/cli/bin.ts'))) return made !== undefined;
  return made.mtimeMs >= (compiled?.mtimeMs ?? 0);
}

/** Runs the program: from its bundle, else from its modules. */
async function start(): Promise<void> {
  if (isBundled()) chunksIn(BUNDLE).load('./bin.js');
  else await import('./bin.ts');
}

module.exports = { chunksIn, start };
