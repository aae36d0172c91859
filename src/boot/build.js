import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot, StartRefused } from './install.js';

/** What the built app is made from, relative to the project's root. */
const sources = ['src', 'static', 'drizzle', 'package-lock.json', 'vite.config.ts', 'svelte.config.js'];

/** Written by the build itself, so no sign of a change. */
const generated = ['src/lib/paraglide', 'src/i18n/project.inlang/README.md'];

const stamp = join(projectRoot, 'build', '.stamp');

/** Builds the app when it has not been built yet or a source has changed since. Throws StartRefused when the build fails. */
export async function ensureBuilt() {
	const wanted = sourceHash(projectRoot);
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	console.log('Building the app …');
	const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
	try {
		await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
			cwd: projectRoot,
			env: { ...process.env, NODE_ENV: 'production' },
			maxBuffer: 64 * 1024 * 1024
		});
	} catch (error) {
		const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
		throw new StartRefused(`${stdout}${stderr}\nThe build failed, see above.`);
	}
	writeFileSync(stamp, wanted);
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
