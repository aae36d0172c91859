import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../src/boot/build.js';
import { projectRoot } from '../src/boot/install.js';
import { dateOf } from '../src/lib/domain/calendar/calendar';
import { startApp } from './app';

const cache = join(projectRoot, 'node_modules/.cache/xinfeng-demo');

/**
 * Builds the app when that is due, and starts it with a demo town of its own, with `settings` as `startApp` takes them. The demo is loaded
 * once for a build and a day; each start has a copy. Out: as `startApp`.
 */
export async function startDemo(settings: Record<string, string> = {}): ReturnType<typeof startApp> {
	await ensureBuilt();
	return startApp(settings, await loadedDemo());
}

/** The data folder of a demo town as it is after loading. */
async function loadedDemo(): Promise<string> {
	const build = readFileSync(join(projectRoot, 'build/.stamp'), 'utf8').slice(0, 16);
	const folder = join(cache, `${build}-${dateOf(Date.now())}`);
	if (existsSync(folder)) return folder;
	rmSync(cache, { recursive: true, force: true });
	const loading = `${folder}-${process.pid}`;
	mkdirSync(loading, { recursive: true });
	const { stop } = await startApp({ TOWN: 'demo', DATA_DIR: loading });
	await stop();
	renameSync(loading, folder);
	return folder;
}
