import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { StartRefused } from '../src/boot/install.js';

const packages = ['libreoffice-writer-nogui'];

/**
 * Makes sure that a LibreOffice Writer is there to open documents with: the system's, else Debian's, installed now when root.
 * @returns {string} the command
 * @throws {StartRefused} when there is none: what a document looks like is never shown by skipping
 */
export function ensureLibreOffice() {
	if (!isThere() && process.getuid?.() === 0 && existsSync('/etc/debian_version')) install();
	if (isThere()) return 'soffice';
	throw new StartRefused(
		'The tests open the review with LibreOffice and found none. Install it (Debian: apt-get install libreoffice-writer-nogui).'
	);
}

function isThere() {
	return spawnSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

function install() {
	console.log(`Installing Debian's ${packages.join(' and ')} …`);
	const options = {
		stdio: /** @type {const} */ ('inherit'),
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	};
	try {
		execFileSync('apt-get', ['update', '-qq'], options);
		execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
	} catch {
		console.error(`Installing ${packages.join(' and ')} failed, see above.`);
	}
}
