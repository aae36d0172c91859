import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { projectRoot, StartRefused } from './install.js';

/** What the built app is made from, relative to the project's root. */
const sources = ['src', 'static', 'drizzle', 'package-lock.json', 'vite.config.ts', 'svelte.config.js'];

/** Written by the build itself, so no sign of a change. */
const generated = ['src/lib/paraglide', 'src/i18n/project.inlang/README.md'];

/** Holds a folder for each build, and the hash of the one to be served. */
const builds = join(projectRoot, 'build');

/** @param {string} hash */
const nameOf = (hash) => hash.slice(0, 12);

/**
 * The hash of the build to be served; null when there is none.
 * @param {string} folder
 */
function readStamp(folder) {
	const stamp = join(folder, '.stamp');
	return existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
}

/** The file of the built app that answers requests. */
export function builtHandler() {
	return join(builds, nameOf(readStamp(builds) ?? 'none'), 'handler.js');
}

/**
 * Makes a finished build the one to be served from the next start on. The one before stays, since a server that runs may read files of it that no
 * request has asked for yet; older ones go.
 * @param {string} hash
 * @param {string} [folder]
 */
export function switchTo(hash, folder = builds) {
	const kept = [hash, readStamp(folder) ?? hash].map(nameOf);
	writeFileSync(join(folder, '.stamp.next'), hash);
	renameSync(join(folder, '.stamp.next'), join(folder, '.stamp'));
	for (const name of readdirSync(folder))
		if (!name.startsWith('.') && !kept.includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Builds the app when it has not been built yet or a source has changed since. Throws StartRefused when the build fails. */
export async function ensureBuilt() {
	const isBuilt = () => readStamp(builds) === sourceHash(projectRoot) && existsSync(builtHandler());
	if (isBuilt()) return;
	await oneAtATime(builds, async () => isBuilt() || (await build()));
}

async function build() {
	const wanted = sourceHash(projectRoot);
	console.log('Building the app …');
	const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
	try {
		await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
			cwd: projectRoot,
			env: { ...process.env, NODE_ENV: 'production', BUILD_FOLDER: join('build', nameOf(wanted)) },
			maxBuffer: 64 * 1024 * 1024
		});
	} catch (error) {
		const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
		throw new StartRefused(`${stdout}${stderr}\nThe build failed, see above.`);
	}
	switchTo(wanted);
}

/** How often a process that waits looks whether the other has built. Milliseconds. */
const lookEveryMs = 250;

/**
 * Does `work` while no other process does it in this folder; the others wait. Builds share folders beside their own. The lock is that of a
 * database file, which ends with its process, however that ends.
 * @param {string} folder
 * @param {() => Promise<unknown>} work
 */
export async function oneAtATime(folder, work) {
	// What it needs may not have been installed when this file is read.
	const { default: Libsql } = await import('libsql');
	mkdirSync(folder, { recursive: true });
	const lock = new Libsql(join(folder, '.lock'));
	try {
		for (let isFirst = true; !isTaken(lock); isFirst = false) {
			if (isFirst) console.log('Another process builds the app here: waiting for it …');
			await pause(lookEveryMs);
		}
		await work();
	} finally {
		lock.close();
	}
}

/**
 * Takes the lock. Out: false while another process has it.
 * @param {import('libsql').Database} lock
 */
function isTaken(lock) {
	try {
		lock.exec('BEGIN EXCLUSIVE');
		return true;
	} catch (error) {
		if (!String(/** @type {{ code?: string }} */ (error).code).startsWith('SQLITE_BUSY')) throw error;
		return false;
	}
}

/**
 * One hash over the names, times and sizes of everything the build reads.
 * @param {string} root
 */
export function sourceHash(root) {
	const hash = createHash('sha256').update(process.versions.node);
	for (const source of sources) note(source);
	return hash.digest('hex');

	/** @param {string} path */
	function note(path) {
		if (generated.includes(path)) return;
		const stats = statSync(join(root, path), { throwIfNoEntry: false });
		if (stats?.isDirectory()) {
			const names = readdirSync(join(root, path)).filter((name) => !name.startsWith('.'));
			for (const name of names.sort()) note(`${path}/${name}`);
		} else {
			hash.update(`${path}\0${stats?.mtimeMs}\0${stats?.size}\n`);
		}
	}
}
