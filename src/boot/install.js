// Only Node's own modules here: this file runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The start stopped for a reason a person can mend; the message is that reason, to be shown without a stack. */
export class StartRefused extends Error {
	/** @override */
	name = 'StartRefused';
}

/**
 * Whether the tool chain runs on this Node: 20.19 or a later 20, 22.12 or a later 22, 24 and above.
 * @param {string} version such as `20.19.3`
 */
export function isSupportedNode(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
}

/**
 * Whether `root`'s node_modules is what its package-lock.json asks for, as the stamp left by the last install says.
 * @param {string} root
 */
export function isInstalled(root) {
	const stamp = stampFile(root);
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash(root);
}

/**
 * Notes that `root`'s node_modules now is what its package-lock.json asks for.
 * @param {string} root
 */
export function noteInstalled(root) {
	writeFileSync(stampFile(root), lockHash(root));
}

/**
 * Installs the dependencies with `npm ci` when they are missing or the lockfile has changed; else returns at once.
 * Throws StartRefused on a Node too old or when npm fails.
 */
export function ensureInstalled() {
	if (!isSupportedNode(process.versions.node)) {
		throw new StartRefused(
			`Xinfeng needs Node 20.19 or newer (20.19+, 22.12+ or 24+); this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.`
		);
	}
	if (isInstalled(projectRoot)) return;
	console.log('Installing the dependencies (npm ci) …');
	// The build tools are development dependencies: NODE_ENV=production must not leave them out.
	const { status } = npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
	if (status !== 0) {
		throw new StartRefused(
			'npm ci failed, see above. The first start needs the npm registry; mend that and try again.'
		);
	}
	noteInstalled(projectRoot);
}

/** @param {string[]} args */
function npm(args) {
	const cli = process.env.npm_execpath ?? '';
	const options = { cwd: projectRoot, stdio: /** @type {const} */ ('inherit') };
	if (basename(cli) === 'npm-cli.js') return spawnSync(process.execPath, [cli, ...args], options);
	return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** @param {string} root */
function lockHash(root) {
	return createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');
}

/** @param {string} root */
function stampFile(root) {
	return join(root, 'node_modules', '.xinfeng-lock');
}
