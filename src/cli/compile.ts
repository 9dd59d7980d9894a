import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { compiledFiles } from './compiled-files.ts';

/** A step of the build: the data that ships, read once for every run to come. */

const folder = new URL('../compiled/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, file] of compiledFiles()) writeFileSync(new URL(`${name}.json`, folder), JSON.stringify(file));
