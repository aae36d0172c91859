import process from 'node:process';

/**
 * How the message files become code; Vite's plugin and `compile.js` share it. A module a message, so that a page that ships JavaScript ships no
 * word but its own; but a module a language for the tests, which would read thousands of files one by one.
 * @type {import('@inlang/paraglide-js').CompilerOptions}
 */
export const compilerOptions = {
	project: './src/i18n/project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'baseLocale'],
	cookieName: 'lang',
	outputStructure: process.env.VITEST ? 'locale-modules' : 'message-modules',
	isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'"
};
