import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { projectRoot } from '../../src/boot/install.js';
import type { App } from './apps';

const sources = join(projectRoot, 'tests/bench/bare');
const cache = join(projectRoot, 'node_modules/.cache/xinfeng-bare');

/** Starts the bare app that ours is compared with, on a database of its own. */
export async function startBareApp(): Promise<App> {
	const folder = await buildBareApp();
	const data = mkdtempSync(join(tmpdir(), 'xinfeng-bare-'));
	const bare = spawn(process.execPath, [join(folder, 'serve.js')], {
		env: { ...process.env, BARE_DATABASE: `file:${join(data, 'bare.db')}` },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const stop = async () => {
		if (bare.exitCode === null && bare.kill('SIGTERM')) await once(bare, 'exit');
		rmSync(data, { recursive: true, force: true });
	};
	const [line] = (await once(bare.stdout, 'data')) as [Buffer];
	return { name: 'bare', address: line.toString().trim(), pid: bare.pid!, stop };
}

/** Builds the bare app once for each version of it and of the libraries. It lies below node_modules, so that they are found from there. */
async function buildBareApp(): Promise<string> {
	const folder = join(cache, sourceHash().slice(0, 16));
	if (existsSync(folder)) return folder;
	rmSync(cache, { recursive: true, force: true });
	const building = `${folder}-${process.pid}`;
	cpSync(sources, building, { recursive: true });
	// By its own name the project's tools would take it for a second project.
	renameSync(join(building, 'kit.config.js'), join(building, 'svelte.config.js'));
	const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
	await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: building,
		env: { ...process.env, NODE_ENV: 'production' }
	});
	renameSync(building, folder);
	return folder;
}

function sourceHash(): string {
	const hash = createHash('sha256').update(process.versions.node);
	const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).sort();
	for (const file of [join(projectRoot, 'package-lock.json'), ...files.map((name) => join(sources, name))])
		if (statSync(file).isFile()) hash.update(file).update(readFileSync(file));
	return hash.digest('hex');
}
