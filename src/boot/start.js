// `npm start`: installs, builds and serves; each step only when it is due.
import process from 'node:process';
import { ensureInstalled, projectRoot } from './install.js';
import { ensureBuilt } from './build.js';
import { explain } from './explain.js';

const usage = 'Usage: npm start [-- --empty]    --empty: a real, empty town instead of the demo town';

const unknown = process.argv.slice(2).filter((flag) => flag !== '--empty');
if (unknown.length > 0) {
	console.error(`Unknown: ${unknown.join(' ')}\n${usage}`);
	process.exit(2);
}
if (process.argv.includes('--empty')) process.env.TOWN = 'empty';

try {
	process.chdir(projectRoot);
	ensureInstalled();
	const { readSettings } = await import('./settings.js');
	readSettings(process.env);
	await ensureBuilt();
	await import('./serve.js');
} catch (error) {
	explain(error);
	process.exit(1);
}
