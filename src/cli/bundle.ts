import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin, transform } from 'esbuild';

/**
 * A step of the build: the modules of the program and its packages as a few dozen chunks in `dist/program`, for a module
 * costs a millisecond to find and load, whatever is in it. What a command loads only when it needs it is a chunk of its
 * own here too. Names are kept and lines are not joined, so that a stack can be read.
 */

const DIST = fileURLToPath(new URL('../', import.meta.url));
const BUNDLE = join(DIST, 'program');

/** A module asks the loader of the chunks where it would lie itself (`chunks.cts`). */
const OWN_PLACES: Plugin = {
  name: 'own-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!path.startsWith(DIST) || !text.includes('import.meta.url')) return null;
      const own = relative(DIST, path).replaceAll('\\', '/');
      return { contents: text.replaceAll('import.meta.url', `urlOf(${JSON.stringify(own)})`) };
    });
  },
};

/** The reader of command lines would start programs for subcommands in files of their own; we have none. */
const NO_PROGRAMS: Plugin = {
  name: 'no-programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'none', namespace: 'no-programs' } : null,
    );
    onLoad({ filter: /./, namespace: 'no-programs' }, () => ({ contents: '' }));
  },
};

/**
 * What a chunk takes of another as constants of its own. esbuild would ask the other anew at every use, which costs a loop
 * over bytes half its speed; no chunk is asked before it has run, for the static imports of chunks make no circle.
 */
function withConstants(text: string): string {
  return text.replace(
    /^import \{([^}]*)\} from ("\.\/[^"]+");$/gm,
    (_, names: string, from: string) => `const {${names.replaceAll(' as ', ': ')}} = require(${from});`,
  );
}

/** Chunks that import each other could not take constants of each other. */
function refuseCircles(chunks: Metafile['outputs']): void {
  const done = new Set<string>();
  const follow = (chunk: string, way: readonly string[]): void => {
    if (way.includes(chunk)) throw new Error(`chunks import each other: ${[...way, chunk].join(' → ')}`);
    if (done.has(chunk)) return;
    for (const { path, kind } of chunks[chunk]?.imports ?? []) {
      if (kind === 'import-statement') follow(path, [...way, chunk]);
    }
    done.add(chunk);
  };
  for (const chunk of Object.keys(chunks)) follow(chunk, []);
}

const TARGET = { platform: 'node', target: 'node20' } as const;

const { outputFiles, metafile } = await build({
  ...TARGET,
  entryPoints: ['bin', 'main'].map((name) => join(DIST, 'cli', `${name}.js`)),
  outdir: BUNDLE,
  bundle: true,
  splitting: true,
  format: 'esm',
  chunkNames: '[name]-[hash]',
  write: false,
  metafile: true,
  plugins: [OWN_PLACES, NO_PROGRAMS],
});
refuseCircles(metafile.outputs);
rmSync(BUNDLE, { recursive: true, force: true });
mkdirSync(BUNDLE);
for (const { path, text } of outputFiles) {
  const { code } = await transform(withConstants(text), {
    ...TARGET,
    format: 'cjs',
    supported: { 'dynamic-import': false },
    // packages ask too
    define: { 'import.meta.url': 'ownUrl' },
    banner: '(function (require, module, urlOf, ownUrl) {',
    footer: '})',
  });
  writeFileSync(join(BUNDLE, basename(path)), code);
}
