import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../../../src/boot/install.js';

/** Compiled from the messages, so not ours to check. */
const generated = 'src/lib/paraglide/';

/** All files under a folder of the project, as paths from its root with forward slashes. */
export function listFiles(folder: string): string[] {
	const entries = readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.filter((path) => !path.startsWith(generated));
}

/** The text of a file, given as a path from the project's root. */
export function readText(path: string): string {
	return readFileSync(join(projectRoot, path), 'utf8');
}
