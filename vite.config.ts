import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { ensureMessages, modulePerMessage, recompileMessages, wordsOf } from './src/i18n/messages.js';
import { cssTarget, flatten } from './src/styles/flatten.js';

await ensureMessages();

export default defineConfig({
	plugins: [recompileMessages(), modulePerMessage(), sveltekit()],
	css: { postcss: { plugins: flatten } },
	build: { cssTarget },
	// The server's messages are half comments, and all source is held in memory. Names stay, for what a fault says.
	// A start reads and compiles each module that its first page needs: few and large ones take half the time of many small ones.
	ssr: { noExternal: ['drizzle-orm', 'uuid', 'lucia', /^@oslojs/] },
	environments: {
		ssr: {
			build: {
				rolldownOptions: {
					output: {
						// Half of the messages' source is comments, and all source is held in memory. Names stay, for what a fault says.
						minify: { compress: false, mangle: false },
						codeSplitting: {
							groups: [
								{ name: 'language', test: /paraglide\/runtime/, priority: 2 },
								{ name: wordsOf, debugName: 'words', test: /paraglide\/messages\/\w+_/, priority: 1 },
								{ name: 'shared', test: /\/src\/lib\/|\/node_modules\//, minShareCount: 8 }
							]
						}
					}
				}
			}
		}
	},
	test: {
		// Roomy, for a machine that does other work too.
		testTimeout: 60_000,
		hookTimeout: 120_000,
		// By default one core is kept free, which on two halves the speed.
		maxWorkers: '100%',
		// The files of a project share a worker and its modules: no module may keep what a test did.
		isolate: false,
		projects: [
			{ extends: true, test: { name: 'domain', include: ['tests/domain/**/*.test.ts'], pool: 'threads' } },
			{
				extends: true,
				test: {
					name: 'integration',
					include: ['tests/integration/**/*.test.ts'],
					globalSetup: 'tests/integration/town-template.ts'
				}
			},
			{
				extends: true,
				test: { name: 'http', include: ['tests/http/**/*.test.ts'], globalSetup: 'tests/http/town.ts' }
			}
		]
	}
});
