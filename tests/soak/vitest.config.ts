import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { ensureMessages } from '../../src/i18n/messages.js';

await ensureMessages();

/** `npm run test:long`: sentences of tests/integration again, over more or larger cases. They take minutes. */
export default defineConfig({
	plugins: [sveltekit()],
	test: {
		include: ['tests/soak/**/*.test.ts'],
		globalSetup: 'tests/integration/town-template.ts',
		testTimeout: 1_200_000,
		hookTimeout: 60_000,
		maxWorkers: '100%'
	}
});
