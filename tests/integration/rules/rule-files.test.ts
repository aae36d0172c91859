import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRules, readRules } from '../../../src/lib/server/db/rules/read-rules';
import { generatedRules, madeOfRules } from '../../../src/lib/server/db/rules/write-rules';

const { rules, hash } = readRules('drizzle');
const text = (name: string) => readFileSync(`drizzle/rules/${name}`, 'utf8');
const nounsOf = (table: string) => new Set(rules.filter((rule) => rule.table === table).map(({ noun }) => noun));

describe('the files of rules', () => {
	it('hold what the generator writes (npm run rules)', () => {
		for (const [name, generated] of Object.entries(generatedRules())) expect(text(name), name).toBe(generated);
	});

	it('are listed with their words, and their codes in TypeScript (npm run rules)', () => {
		for (const [path, made] of Object.entries(madeOfRules(rules))) expect(readFileSync(path, 'utf8'), path).toBe(made);
	});

	it('have a version number of their own (npm run rules)', () => {
		expect(JSON.parse(text('version.json'))).toMatchObject({ hash });
	});

	it('say of each rule what it keeps true, in a sentence of its own', () => {
		for (const { name, sentence } of rules) expect(sentence, name).toMatch(/^[A-Z].*[^.]\.$/);
		const sentences = rules.map(({ sentence }) => sentence);
		expect(sentences.filter((sentence, nth) => sentences.indexOf(sentence) !== nth)).toEqual([]);
	});

	it('keep all rules of a table together, but for those that only count', () => {
		const generated = new Set(Object.keys(generatedRules()).map((name) => name.split('.')[0]));
		for (const { table } of rules) {
			const nouns = [...nounsOf(table)].filter((noun) => !generated.has(noun));
			expect(nouns.length, `${table}: ${nouns.join(', ')}`).toBeLessThan(2);
		}
	});

	it('are read whole: what is no rule with a sentence is refused', () => {
		const whole = '-- A unit stays.\nCREATE TRIGGER units_stay BEFORE DELETE ON units BEGIN\n\tSELECT 1;\nEND;\n';
		expect(parseRules('units', whole)).toMatchObject([{ table: 'units', sentence: 'A unit stays.', kind: 'trigger' }]);
		expect(() => parseRules('units', whole.split('\n').slice(1).join('\n'))).toThrow(/no rule with its sentence/);
		expect(() => parseRules('units', `${whole}\nCREATE INDEX i ON units (id);\n`)).toThrow(/rules\/units\.sql/);
	});
});

it('migrations after 0018 hold tables, columns, indexes and data, no rules', () => {
	const later = readdirSync('drizzle').filter((name) => /^\d{4}_.*\.sql$/.test(name) && name > '0018_rules_apart.sql');
	const made = (name: string) =>
		readFileSync(`drizzle/${name}`, 'utf8').match(/^\s*(create|drop)\s+(temp\s+)?(trigger|view)\b.*/gim);
	expect(Object.fromEntries(later.map((name) => [name, made(name)]).filter(([, rule]) => rule))).toEqual({});
});
