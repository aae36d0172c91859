import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { StartRefused } from '../../src/boot/install.js';
import { installFromDebian } from '../debian.js';

/** The headless shell comes first: it draws the same pages in two thirds of the time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The path of a Chromium that runs: CHROMIUM_PATH, Playwright's own, the system's, else Debian's, installed now when root.
 * @returns {string}
 * @throws {StartRefused} when there is none: the browser tests never pass by being skipped
 */
export function findBrowser() {
	const set = process.env.CHROMIUM_PATH;
	if (set) {
		if (isBrowser(set)) return set;
		throw new StartRefused(`CHROMIUM_PATH is "${set}", which is not a Chromium that runs: mend the path, or unset it.`);
	}
	const found = [chromium.executablePath(), ...systemPaths()].find(isBrowser);
	if (found) return found;
	// Older Debians have no package of the headless shell.
	for (const name of ['chromium-headless-shell', 'chromium']) {
		installFromDebian([name, 'fonts-noto-cjk']);
		const installed = systemPaths().find(isBrowser);
		if (installed) return installed;
	}
	throw new StartRefused(
		'The browser tests need a Chromium and found none. Install one (Debian: apt-get install chromium fonts-noto-cjk; elsewhere: npx playwright install chromium), or set CHROMIUM_PATH to one.'
	);
}

function systemPaths() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Whether the file is there and answers with a version (Ubuntu's chromium-browser is but a hint to install a snap).
 * @param {string} path
 */
function isBrowser(path) {
	if (!path || !existsSync(path)) return false;
	return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
