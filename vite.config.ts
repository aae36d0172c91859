import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { compilerOptions } from './src/i18n/compiler-options.js';
import { cssTarget, flatten } from './src/styles/flatten.js';

export default defineConfig({
	plugins: [paraglideVitePlugin(compilerOptions), sveltekit()],
	css: { postcss: { plugins: flatten } },
	build: { cssTarget },
	test: {
		projects: [
			{
				extends: true,
				test: { name: 'unit', include: ['tests/domain/**/*.test.ts', 'tests/integration/**/*.test.ts'] }
			},
			{
				extends: true,
				test: { name: 'http', include: ['tests/http/**/*.test.ts'], globalSetup: ['tests/http/town.ts'] }
			}
		],
		testTimeout: 30_000,
		hookTimeout: 60_000,
		// By default one core is kept free, which on two halves the speed.
		maxWorkers: '100%'
	}
});
