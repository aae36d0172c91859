import { readdirSync, readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import tseslint from 'typescript-eslint';
import { faultOf, roomOf, rooms, roomTable } from '../../.config/rooms.js';
import { projectRoot } from '../../src/boot/install.js';

const eslint = new ESLint({
	cwd: projectRoot,
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
		['src/lib/domain/signups/signup.ts', '$lib/server/signups', 'imports only itself'],
		['src/lib/domain/signups/signup.ts', '../../server/db/signups', 'imports only itself'],
		['src/lib/domain/signups/signup.ts', 'valibot', 'imports only itself'],
		['src/lib/domain/signups/signup.ts', 'node:crypto', 'imports only itself'],
		['src/lib/forms/signups/signup.ts', '$lib/server/signups', 'only valibot and the domain'],
		['src/lib/forms/signups/signup.ts', 'drizzle-orm', 'only valibot and the domain'],
		['src/lib/server/signups/signups.ts', 'drizzle-orm', 'Only src/lib/server/db'],
		['src/lib/server/signups/signups.ts', 'drizzle-orm/sqlite-core', 'Only src/lib/server/db'],
		['src/lib/server/signups/signups.ts', '@libsql/client', 'Only src/lib/server/db'],
		['src/lib/server/signups/signups.ts', 'lucia', 'only src/lib/server/people/sessions.ts'],
		['src/lib/server/signups/signups.ts', '../db/schema/signups/signups', 'Tables are known'],
		['src/lib/server/signups/signups.ts', '@sveltejs/kit', 'knows no web'],
		['src/lib/server/signups/signups.ts', '$app/environment', 'knows no web'],
		['src/lib/server/signups/signups.ts', '$lib/paraglide/messages.js', 'no words'],
		['src/lib/server/signups/signups.ts', '../../../routes/desk/events/read', 'Arrows point down'],
		['src/lib/server/signups/signups.ts', '$env/dynamic/private', 'Settings are read once'],
		['src/lib/server/signups/signups.ts', '../form', 'a service gets checked data'],
		['src/lib/server/signups/signups.ts', 'uuid', 'Randomness is a parameter'],
		['src/lib/server/people/sessions.ts', 'drizzle-orm', 'Only src/lib/server/db'],
		['src/lib/server/db/signups/signups.ts', '../../signups/signups', 'below the services'],
		['src/lib/server/db/signups/signups.ts', '$lib/server/signups', 'below the services'],
		['src/lib/server/db/signups/signups.ts', '@sveltejs/kit', 'knows no web'],
		['src/lib/server/db/schema/signups/signups.ts', '../../client', 'A table imports only'],
		['src/lib/ui/elements/DataTable.svelte', '$lib/server/banquets/banquets', 'Nothing on the server'],
		['src/lib/ui/elements/DataTable.svelte', '../../server/banquets/banquets', 'Nothing on the server'],
		['src/lib/ui/words.ts', '../../routes/desk/words', 'Arrows point down'],
		['src/lib/offline/outbox.ts', '$lib/server/db/signups/signups', 'Nothing on the server'],
		['src/routes/(public)/events/+page.server.ts', 'drizzle-orm', 'Only src/lib/server/db'],
		['src/routes/(public)/events/+page.server.ts', '$lib/server/db/schema/events/events', 'Tables are known'],
		['src/routes/(public)/events/+page.server.ts', '$lib/server/db/write', 'writes through a service'],
		['src/routes/(public)/events/+page.server.ts', '$lib/server/db/client', 'writes through a service'],
		['src/routes/sign-in/+page.server.ts', 'lucia', 'only src/lib/server/people/sessions.ts'],
		['src/hooks.server.ts', 'lucia', 'only src/lib/server/people/sessions.ts'],
		['src/hooks.server.ts', '$lib/server/db/schema/people/accounts', 'Tables are known']
	])('%s ← %s', async (filePath, source, why) => {
		expect(await complaints(filePath, x(source))).toEqual([expect.stringContaining(why)]);
	});

	test('a statement that writes, brought into a route by name', async () => {
		const text = `import { insertSignup, listSlots } from '$lib/server/db/signups/signups';\nexport const y = [insertSignup, listSlots];`;
		const problems = await complaints('src/routes/(public)/events/+page.server.ts', text);
		expect(problems).toEqual([expect.stringContaining('writes through a service')]);
	});

	test.each([
		['src/lib/domain/age.ts', 'export const y = Date.now();', 'clock is a parameter'],
		['src/lib/server/signups/signups.ts', 'export const y = new Date();', 'clock is a parameter'],
		['src/routes/+page.server.ts', 'export const y = new Date();', 'clock is a parameter'],
		['src/lib/server/signups/signups.ts', 'export const y = Math.random();', 'Randomness is a parameter'],
		['src/routes/+page.server.ts', 'export const y = crypto.randomUUID();', 'Randomness is a parameter'],
		['src/lib/server/signups/signups.ts', 'export const y = process.env.PORT;', 'Settings are read once'],
		['src/lib/server/signups/signups.ts', "export const y = import('drizzle-orm');", 'Import it statically'],
		['src/lib/ui/words.ts', "export const y = new Intl.NumberFormat('en');", 'src/lib/ui/formatters.ts'],
		['src/routes/+page.svelte', "const y = Intl.NumberFormat('en');", 'src/lib/ui/formatters.ts'],
		['src/lib/ui/elements/DataTable.svelte', 'console.log(1);', 'console'],
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
		['src/lib/domain/signups/signup.ts', './slip-code'],
		['src/lib/forms/signups/signup.ts', 'valibot'],
		['src/lib/forms/signups/signup.ts', '$lib/domain/signups/signup'],
		['src/lib/server/signups/signups.ts', '../db/write'],
		['src/lib/server/signups/signups.ts', '../db/signups/signups'],
		['src/lib/server/signups/signups.ts', '$lib/forms/signups/signup'],
		['src/lib/server/town.ts', 'uuid'],
		['src/lib/server/people/sessions.ts', 'lucia'],
		['src/lib/server/form.ts', '@sveltejs/kit'],
		['src/lib/server/db/signups/signups.ts', 'drizzle-orm'],
		['src/lib/server/db/signups/signups.ts', '../schema/signups/signups'],
		['src/lib/server/db/signups/signups.ts', '$lib/domain/signups/signup'],
		['src/lib/server/db/schema/signups/signups.ts', '../../../../domain/signups/signup'],
		['src/lib/ui/words.ts', '$lib/paraglide/messages.js'],
		['src/lib/ui/elements/DataTable.svelte', '$lib/domain/banquets/banquet'],
		['src/routes/(public)/events/+page.server.ts', '$lib/server/db/events/events'],
		['src/routes/(public)/events/+page.server.ts', '$lib/server/signups/signups'],
		['src/routes/+layout.svelte', './Masthead.svelte'],
		['src/hooks.server.ts', './boot/settings.js'],
		['drizzle/seed/town.ts', '../../src/lib/server/events/events'],
		['tests/integration/signups/signups.test.ts', 'drizzle-orm']
	])('%s ← %s', async (filePath, source) => {
		expect(await complaints(filePath, x(source))).toEqual([]);
	});

	test('the clock in town.ts, a given instant anywhere, and settings in hooks.server.ts', async () => {
		expect(await complaints('src/lib/server/town.ts', 'export const y = Date.now();')).toEqual([]);
		expect(await complaints('src/lib/domain/age.ts', 'export const y = new Date(0);')).toEqual([]);
		expect(await complaints('src/hooks.server.ts', 'export const y = process.env;')).toEqual([]);
	});
});

describe('the rooms', () => {
	const paths = readdirSync('src/lib', { recursive: true, encoding: 'utf8' })
		.map((path) => `src/lib/${path.replaceAll('\\', '/')}`)
		.filter((path) => /\.(ts|svelte)$/.test(path));
	const importsOf = (path: string) =>
		[...readFileSync(path, 'utf8').matchAll(/\b(?:from|import\()\s*'([^']+)'/g)].map(([, source]) => source!);

	test.each([
		['src/lib/domain/banquets/banquet.ts', '../pledges/pledge', 'banquets does not use pledges'],
		['src/lib/domain/banquets/banquet.ts', '$lib/domain/pledges/pledge', 'banquets does not use pledges'],
		['src/lib/server/people/rights.ts', '../banquets/banquets', 'people does not use banquets'],
		['src/lib/server/db/units/units.ts', '../figures/figures', 'units does not use figures'],
		['src/lib/server/db/schema/units/units.ts', '../banquets/banquets', 'units does not use banquets'],
		['src/lib/ui/elements/Field.svelte', '../figures/chart-cell', 'elements does not use figures'],
		['src/lib/server/context.ts', './people/rights', 'it uses none'],
		['src/lib/server/guests/guests.ts', '../context', 'has no room "guests"']
	])('%s may not use %s', async (filePath, source, why) => {
		expect(await complaints(filePath, x(source))).toEqual([expect.stringContaining(why)]);
	});

	test('hold every file to the table: one in a wrong room would import what its room may not', () => {
		const faults = paths.flatMap((path) =>
			importsOf(path).map((source) => faultOf(path, source) && `${path}: ${source}`)
		);
		expect(paths.length).toBeGreaterThan(300);
		expect(faults.filter(Boolean)).toEqual([]);
	});

	test('use all that the table allows, and no two use each other', () => {
		const used = new Set(
			paths.flatMap((path) => {
				const here = roomOf(path);
				return importsOf(path).map((source) => {
					const there =
						roomOf(source.replace('$lib', 'src/lib')) ?? roomOf(new URL(source, `file:///${path}`).pathname.slice(1));
					return here?.floor === there?.floor ? `${here?.floor} ${here?.room} ${there?.room}` : '';
				});
			})
		);
		const allowed = Object.entries(rooms).flatMap(([floor, table]) =>
			Object.entries(table).flatMap(([room, others]) => others.map((other) => ({ floor, room, other })))
		);
		expect(allowed.filter(({ floor, room, other }) => !used.has(`${floor} ${room} ${other}`))).toEqual([]);
		expect(allowed.filter(({ floor, room, other }) => rooms[floor]?.[other]?.includes(room))).toEqual([]);
	});

	test('have at most forty files each', () => {
		const sizes = new Map<string, number>();
		for (const path of paths) {
			const folder = path.slice(0, path.lastIndexOf('/'));
			sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
		}
		expect([...sizes].filter(([, size]) => size > 40)).toEqual([]);
	});

	test('are printed in docs/ARCHITECTURE.md', () => {
		expect(readFileSync('docs/ARCHITECTURE.md', 'utf8')).toContain(roomTable());
	});
});
