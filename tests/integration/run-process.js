// Runs a TypeScript file of the project in a process of its own, as the services are written: with `$lib` and without a build.
//   node tests/integration/run-process.js tests/bench/x.ts
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
await runnerImport(`/${process.argv[2]}`, {
	root,
	configFile: false,
	logLevel: 'error',
	resolve: { alias: { $lib: `${root}src/lib` } }
});
