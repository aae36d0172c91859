import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { projectRoot } from '../boot/install.js';

const source = join(projectRoot, 'src/i18n');
const outdir = join(projectRoot, 'src/lib/paraglide');

/** How the message files become code: a module a language. @type {import('@inlang/paraglide-js').CompilerOptions} */
const compilerOptions = {
	project: './src/i18n/project.inlang',
	outdir,
	strategy: ['cookie', 'baseLocale'],
	cookieName: 'lang',
	outputStructure: 'locale-modules',
	isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'"
};

/** Compiles the message files into src/lib/paraglide, unless they are as they were the last time. */
export function ensureMessages() {
	return ensureCompiled(compilerOptions);
}

/**
 * For the development server: compiles again when a message file changes.
 * @returns {import('vite').Plugin}
 */
export function recompileMessages() {
	return {
		name: 'recompile-messages',
		apply: 'serve',
		configureServer: (server) => void server.watcher.add(source),
		async hotUpdate({ file }) {
			if (file.startsWith(source)) await ensureMessages();
		}
	};
}

/**
 * For the build: what the browser gets has a module a message instead, so that a page that ships JavaScript ships few words but its own.
 * @returns {import('vite').Plugin}
 */
export function modulePerMessage() {
	const perMessage = join(projectRoot, '.svelte-kit/paraglide');
	return {
		name: 'module-per-message',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: ({ name }) => name === 'client',
		buildStart: () => ensureCompiled({ ...compilerOptions, outdir: perMessage, outputStructure: 'message-modules' }),
		resolveId: (id) => (id.startsWith(outdir) ? id.replace(outdir, perMessage) : null)
	};
}

/** @param {import('@inlang/paraglide-js').CompilerOptions} options */
async function ensureCompiled(options) {
	const stamp = join(options.outdir, '.stamp');
	const wanted = sourceHash();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	await compile(options);
	writeFileSync(stamp, wanted);
}

/** One hash over the message files and what compiles them. */
function sourceHash() {
	const hash = createHash('sha256').update(readFileSync(join(projectRoot, 'package-lock.json')));
	const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.js(on)?$/.test(name));
	for (const name of files.sort()) hash.update(`${name}\0`).update(readFileSync(join(source, name)));
	return hash.digest('hex');
}
