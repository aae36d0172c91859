// `npm run build`: installs and builds what `npm start` would, without starting; for a server whose service may not write here.
import process from 'node:process';
import { ensureInstalled, projectRoot } from './install.js';
import { ensureBuilt } from './build.js';
import { explain } from './explain.js';

try {
	process.chdir(projectRoot);
	ensureInstalled();
	await ensureBuilt();
} catch (error) {
	explain(error);
	process.exit(1);
}
