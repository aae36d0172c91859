import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleCodes } from '../../../src/lib/domain/rule-codes';
import { freshTown } from '../fresh-town';

freshTown();

describe('the codes of the rules', () => {
	const words = (language: string) =>
		JSON.parse(readFileSync(`src/i18n/${language}/errors.json`, 'utf8')) as Record<string, string>;

	it.each(['zh-CN', 'en'])('have words each (%s)', (language) => {
		const known = words(language);
		expect(ruleCodes.filter((code) => !known[`errors_${code.replaceAll('-', '_')}`])).toEqual([]);
	});

	it('are the only ones that verbs reckon with', () => {
		const files = readdirSync('src/lib/server', { recursive: true, encoding: 'utf8' }).filter((name) =>
			name.endsWith('.ts')
		);
		const codes = files.flatMap((name) =>
			Array.from(
				readFileSync(join('src/lib/server', name), 'utf8').matchAll(/'refusal:([a-z-]+)'/g),
				([, code]) => code!
			)
		);
		expect(codes.length).toBeGreaterThan(100);
		expect(codes.filter((code) => !(ruleCodes as readonly string[]).includes(code))).toEqual([]);
	});
});
