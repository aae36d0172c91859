import { spawnSync } from 'node:child_process';
import { StartRefused } from '../src/boot/install.js';
import { installFromDebian } from './debian.js';

/**
 * Makes sure that a LibreOffice Writer is there to open documents with: the system's, else Debian's, installed now when root.
 * @throws {StartRefused} when there is none: what a document looks like is never shown by skipping
 */
export function ensureLibreOffice() {
	if (!isThere()) installFromDebian(['libreoffice-writer-nogui']);
	if (isThere()) return;
	throw new StartRefused(
		'The tests open the review with LibreOffice and found none. Install it (Debian: apt-get install libreoffice-writer-nogui).'
	);
}

function isThere() {
	return spawnSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}
