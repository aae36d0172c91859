import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import { architecture } from './.config/architecture.js';

/** What needs types: only the rules that find what the compiler does not. */
const typed = {
	'@typescript-eslint/await-thenable': 'error',
	'@typescript-eslint/no-floating-promises': 'error',
	'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
	'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }]
};

export default tseslint.config(
	{
		ignores: [
			'build/',
			'**/.svelte-kit/',
			'src/lib/paraglide/',
			'node_modules/',
			'data/',
			'test-results/',
			'playwright-report/'
		]
	},
	tseslint.configs.recommended,
	svelte.configs.recommended,
	{
		rules: {
			eqeqeq: 'error',
			'prefer-const': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['src/**/*.ts', 'tests/**/*.ts', 'drizzle/**/*.ts'],
		languageOptions: { parserOptions: { project: true, tsconfigRootDir: import.meta.dirname } },
		rules: typed
	},
	{
		files: ['**/*.svelte'],
		languageOptions: { parserOptions: { parser: tseslint.parser } },
		rules: {
			// Svelte's own knows that props and derived values are declared with let.
			'prefer-const': 'off',
			'svelte/prefer-const': 'error',
			// Addresses are written plainly: the app has no base path, and a page without JavaScript has no router.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	...architecture
);
