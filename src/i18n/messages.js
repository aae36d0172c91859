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
 * For the build: a module a message instead, so that each page loads few words but its own, in the browser and on the server.
 * @returns {import('vite').Plugin}
 */
export function modulePerMessage() {
	const perMessage = join(projectRoot, '.svelte-kit/paraglide');
	return {
		name: 'module-per-message',
		apply: 'build',
		enforce: 'pre',
		buildStart: () => ensureCompiled({ ...compilerOptions, outdir: perMessage, outputStructure: 'message-modules' }),
		resolveId: (id) => (id.startsWith(outdir) ? id.replace(outdir, perMessage) : null)
	};
}

/** The message file that a message is from, such as `words-shell`, for one file of code each. @param {string} id its module */
export const wordsOf = (id) => `words-${/messages\/([a-z]+)_/.exec(id)?.[1]}`;

/** @param {import('@inlang/paraglide-js').CompilerOptions} options */
async function ensureCompiled(options) {
	const stamp = join(options.outdir, '.stamp');
	const wanted = sourceHash();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	await compile(options);
	writeFileSync(join(options.outdir, 'errors.js'), errorsModule());
	writeFileSync(stamp, wanted);
}

/** What is said of a refusal is chosen by its code: a module of these words alone, or every page would load all there are. */
function errorsModule() {
	const keys = Object.keys(JSON.parse(readFileSync(join(source, 'zh-CN/errors.json'), 'utf8')));
	return `export { ${keys.filter((key) => !key.startsWith('$')).join(', ')} } from './messages.js';\n`;
}

/** One hash over the message files and what compiles them. */
function sourceHash() {
	const hash = createHash('sha256').update(readFileSync(join(projectRoot, 'package-lock.json')));
	const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.js(on)?$/.test(name));
	for (const name of files.sort()) hash.update(`${name}\0`).update(readFileSync(join(source, name)));
	return hash.digest('hex');
}
