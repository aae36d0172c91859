import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../src/boot/build.js';
import { projectRoot } from '../src/boot/install.js';
import { dateOf } from '../src/lib/domain/calendar/calendar';
import { startApp, type RunningApp } from './app';

/**
 * Builds the app when that is due, and starts it with a demo town of its own, with `settings` as `startApp` takes them. The demo is loaded
 * once for a build and a day; each start has a copy. Out: as `startApp`.
 */
export async function startDemo(settings: Record<string, string> = {}): Promise<RunningApp> {
	await ensureBuilt();
	return startApp(settings, await loadedDemo());
}

/** The data folder of a demo town as it is after loading, to be copied. `folder`: another checkout, which is built. */
export async function loadedDemo(folder = projectRoot): Promise<string> {
	const cache = join(folder, 'node_modules/.cache/xinfeng-demo');
	const build = readFileSync(join(folder, 'build/.stamp'), 'utf8').slice(0, 16);
	const loaded = join(cache, `${build}-${dateOf(Date.now())}`);
	if (existsSync(loaded)) return loaded;
	rmSync(cache, { recursive: true, force: true });
	const loading = `${loaded}-${process.pid}`;
	mkdirSync(loading, { recursive: true });
	const { stop } = await startApp({ TOWN: 'demo', DATA_DIR: loading }, undefined, { folder });
	await stop();
	renameSync(loading, loaded);
	return loaded;
}
