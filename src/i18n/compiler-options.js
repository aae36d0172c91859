/**
 * How the message files become code. Vite's plugin and `compile.js` share it, so that both write the same output.
 * @type {import('@inlang/paraglide-js').CompilerOptions}
 */
export const compilerOptions = {
	project: './src/i18n/project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'baseLocale'],
	cookieName: 'lang',
	outputStructure: 'message-modules',
	emitTsDeclarations: true,
	isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'"
};
