import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

/**
 * Installs Debian's packages when this is Debian and we are root; else, or when apt-get fails, does nothing: the caller looks again.
 * @param {string[]} packages
 */
export function installFromDebian(packages) {
	if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
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
