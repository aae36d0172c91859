import type { Actor } from '../../../src/lib/domain/people/actor';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decideEntry } from '../../../src/lib/server/people/access';
import { shipsScripts } from '../../../src/lib/server/security-headers';
import { routeIds } from './route-ids';

const visitor: Actor = { kind: 'visitor' };

describe('pages that run scripts', () => {
	const files = readdirSync('src/routes', { recursive: true, encoding: 'utf8' }).filter((path) =>
		/\+page\.ts$/.test(path)
	);
	const withScripts = files
		.filter((path) => /csr = true/.test(readFileSync(`src/routes/${path}`, 'utf8')))
		.map((path) => `/${path.slice(0, path.lastIndexOf('/'))}`);

	test('are known, for no other page answers with its data alone', () => {
		expect(withScripts.length).toBeGreaterThan(0);
		expect([...new Set(routeIds)].filter(shipsScripts).sort()).toEqual(withScripts.sort());
	});

	test('are open to staff alone', () => {
		for (const routeId of withScripts) expect(decideEntry(routeId, visitor), routeId).toBe('sign-in');
	});
});
