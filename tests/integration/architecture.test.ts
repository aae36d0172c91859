import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import tseslint from 'typescript-eslint';
import { projectRoot } from '../../src/boot/install.js';

const eslint = new ESLint({
	cwd: projectRoot,
	overrideConfigFile: '.config/eslint.js',
	// The samples are not on disk, so they have no types.
	overrideConfig: [tseslint.configs.disableTypeChecked]
});

const architectureRules = /^(no-restricted-|no-console|xinfeng\/)/;

/** What the architecture's rules say about a file with this text. */
async function complaints(filePath: string, text: string): Promise<string[]> {
	const isSvelte = filePath.endsWith('.svelte');
	const [result] = await eslint.lintText(isSvelte ? `<script lang="ts">\n${text}\n</script>` : text, { filePath });
	const fatal = result?.messages.find((message) => message.fatal);
	if (fatal) throw new Error(fatal.message);
	return (result?.messages ?? []).filter(({ ruleId }) => architectureRules.test(ruleId ?? '')).map((m) => m.message);
}

const x = (source: string) => `import { x } from '${source}';\nexport const y = x;`;

describe('refused', () => {
	test.each([
		['src/lib/domain/signup.ts', '$lib/server/signups', 'imports only itself'],
		['src/lib/domain/signup.ts', '../server/db/signups', 'imports only itself'],
		['src/lib/domain/signup.ts', 'valibot', 'imports only itself'],
		['src/lib/domain/signup.ts', 'node:crypto', 'imports only itself'],
		['src/lib/forms/signup.ts', '$lib/server/signups', 'only valibot and the domain'],
		['src/lib/forms/signup.ts', 'drizzle-orm', 'only valibot and the domain'],
		['src/lib/server/signups.ts', 'drizzle-orm', 'Only src/lib/server/db'],
		['src/lib/server/signups.ts', 'drizzle-orm/sqlite-core', 'Only src/lib/server/db'],
		['src/lib/server/signups.ts', '@libsql/client', 'Only src/lib/server/db'],
		['src/lib/server/signups.ts', 'lucia', 'only src/lib/server/sessions.ts'],
		['src/lib/server/signups.ts', './db/schema/signups', 'Tables are known'],
		['src/lib/server/signups.ts', '@sveltejs/kit', 'knows no web'],
		['src/lib/server/signups.ts', '$app/environment', 'knows no web'],
		['src/lib/server/signups.ts', '$lib/paraglide/messages.js', 'no words'],
		['src/lib/server/signups.ts', '../../routes/desk/events/read', 'Arrows point down'],
		['src/lib/server/signups.ts', '$env/dynamic/private', 'Settings are read once'],
		['src/lib/server/signups.ts', './form', 'a service gets checked data'],
		['src/lib/server/signups.ts', 'uuid', 'Randomness is a parameter'],
		['src/lib/server/sessions.ts', 'drizzle-orm', 'Only src/lib/server/db'],
		['src/lib/server/db/signups.ts', '../signups', 'below the services'],
		['src/lib/server/db/signups.ts', '$lib/server/signups', 'below the services'],
		['src/lib/server/db/signups.ts', '@sveltejs/kit', 'knows no web'],
		['src/lib/server/db/schema/signups.ts', '../client', 'A table imports only'],
		['src/lib/ui/Ledger.svelte', '$lib/server/banquets', 'Nothing on the server'],
		['src/lib/ui/Ledger.svelte', '../server/banquets', 'Nothing on the server'],
		['src/lib/ui/words.ts', '../../routes/desk/words', 'Arrows point down'],
		['src/lib/offline/outbox.ts', '$lib/server/db/signups', 'Nothing on the server'],
		['src/routes/(public)/events/+page.server.ts', 'drizzle-orm', 'Only src/lib/server/db'],
		['src/routes/(public)/events/+page.server.ts', '$lib/server/db/schema/events', 'Tables are known'],
		['src/routes/(public)/events/+page.server.ts', '$lib/server/db/write', 'writes through a service'],
		['src/routes/(public)/events/+page.server.ts', '$lib/server/db/client', 'writes through a service'],
		['src/routes/sign-in/+page.server.ts', 'lucia', 'only src/lib/server/sessions.ts'],
		['src/hooks.server.ts', 'lucia', 'only src/lib/server/sessions.ts'],
		['src/hooks.server.ts', '$lib/server/db/schema/accounts', 'Tables are known']
	])('%s ← %s', async (filePath, source, why) => {
		expect(await complaints(filePath, x(source))).toEqual([expect.stringContaining(why)]);
	});

	test('a statement that writes, brought into a route by name', async () => {
		const text = `import { insertSignup, listSlots } from '$lib/server/db/signups';\nexport const y = [insertSignup, listSlots];`;
		const said = await complaints('src/routes/(public)/events/+page.server.ts', text);
		expect(said).toEqual([expect.stringContaining('writes through a service')]);
	});

	test.each([
		['src/lib/domain/age.ts', 'export const y = Date.now();', 'clock is a parameter'],
		['src/lib/server/signups.ts', 'export const y = new Date();', 'clock is a parameter'],
		['src/routes/+page.server.ts', 'export const y = new Date();', 'clock is a parameter'],
		['src/lib/server/signups.ts', 'export const y = Math.random();', 'Randomness is a parameter'],
		['src/routes/+page.server.ts', 'export const y = crypto.randomUUID();', 'Randomness is a parameter'],
		['src/lib/server/signups.ts', 'export const y = process.env.PORT;', 'Settings are read once'],
		['src/lib/server/signups.ts', "export const y = import('drizzle-orm');", 'Import it statically'],
		['src/lib/ui/Ledger.svelte', 'console.log(1);', 'console'],
		['src/lib/server/date-utils.ts', 'export {};', '"utils" says nothing'],
		['src/lib/helpers/dates.ts', 'export {};', '"helpers" says nothing'],
		['tests/domain/common.test.ts', 'export {};', '"common" says nothing'],
		['src/lib/domain/index.ts', 'export {};', 'No barrel files']
	])('%s: %s', async (filePath, text, why) => {
		expect(await complaints(filePath, text)).toEqual([expect.stringContaining(why)]);
	});
});

describe('allowed', () => {
	test.each([
		['src/lib/domain/signup.ts', './event'],
		['src/lib/forms/signup.ts', 'valibot'],
		['src/lib/forms/signup.ts', '$lib/domain/signup'],
		['src/lib/server/signups.ts', './db/write'],
		['src/lib/server/signups.ts', './db/signups'],
		['src/lib/server/signups.ts', '$lib/forms/signup'],
		['src/lib/server/context.ts', 'uuid'],
		['src/lib/server/sessions.ts', 'lucia'],
		['src/lib/server/form.ts', '@sveltejs/kit'],
		['src/lib/server/db/signups.ts', 'drizzle-orm'],
		['src/lib/server/db/signups.ts', './schema/signups'],
		['src/lib/server/db/signups.ts', '$lib/domain/signup'],
		['src/lib/server/db/schema/signups.ts', '../../../domain/signup'],
		['src/lib/ui/words.ts', '$lib/paraglide/messages.js'],
		['src/lib/ui/Ledger.svelte', '$lib/domain/banquet'],
		['src/routes/(public)/events/+page.server.ts', '$lib/server/db/events'],
		['src/routes/(public)/events/+page.server.ts', '$lib/server/signups'],
		['src/routes/+layout.svelte', './Masthead.svelte'],
		['src/hooks.server.ts', './boot/settings.js'],
		['drizzle/seed/town.ts', '../../src/lib/server/events'],
		['tests/integration/signups.test.ts', 'drizzle-orm']
	])('%s ← %s', async (filePath, source) => {
		expect(await complaints(filePath, x(source))).toEqual([]);
	});

	test('the clock in context.ts, a given instant anywhere, and settings in hooks.server.ts', async () => {
		expect(await complaints('src/lib/server/context.ts', 'export const y = Date.now();')).toEqual([]);
		expect(await complaints('src/lib/domain/age.ts', 'export const y = new Date(0);')).toEqual([]);
		expect(await complaints('src/hooks.server.ts', 'export const y = process.env;')).toEqual([]);
	});
});
