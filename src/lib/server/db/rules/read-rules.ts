import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A trigger or view in force. */
export interface Rule {
	/** Its file, without the ending: a noun. */
	noun: string;
	/** What it keeps true, in one sentence. */
	sentence: string;
	kind: 'trigger' | 'view';
	name: string;
	/** The table it watches; of a view its own name. */
	table: string;
	/** The codes it refuses with, in the order in which it asks. */
	codes: string[];
	/** The whole CREATE statement, without its semicolon: as SQLite keeps it. */
	sql: string;
}

export interface RuleSet {
	version: number;
	/** SHA-256 of the statements in their order; sentences may be reworded freely. */
	hash: string;
	rules: Rule[];
}

const shape = /-- (?<sentence>.+)\n(?<sql>CREATE (?<kind>TRIGGER|VIEW) (?<name>\w+)\b[^]*?);\n(?:\n+|$)/y;

/** Reads `rules/*.sql` and `rules/version.json` of the folder with the migrations. Throws on anything that is not a rule with its sentence. */
export function readRules(folder: string): RuleSet {
	const files = readdirSync(join(folder, 'rules')).filter((name) => name.endsWith('.sql'));
	// Of the triggers on a table the last made fires first: those that only count come last, as they always did.
	const isGenerated = (name: string) => Number(name.endsWith('.generated.sql'));
	files.sort((a, b) => isGenerated(a) - isGenerated(b) || (a < b ? -1 : 1));
	const rules = files.flatMap((name) =>
		parseRules(name.split('.')[0]!, readFileSync(join(folder, 'rules', name), 'utf8'))
	);
	const { version } = JSON.parse(readFileSync(join(folder, 'rules', 'version.json'), 'utf8')) as { version: number };
	return { version, hash: hashOfRules(rules), rules };
}

/** The rules of one file: each a comment line, then its statement; a blank line between two. */
export function parseRules(noun: string, text: string): Rule[] {
	const rules: Rule[] = [];
	shape.lastIndex = 0;
	while (shape.lastIndex < text.length) {
		const start = shape.lastIndex;
		const found = shape.exec(text)?.groups as Record<'sentence' | 'sql' | 'kind' | 'name', string> | undefined;
		if (!found)
			throw new Error(`rules/${noun}.sql holds no rule with its sentence here: ${text.slice(start, start + 80)}`);
		const { sentence, sql, name } = found;
		const isView = found.kind === 'VIEW';
		rules.push({
			noun,
			sentence,
			kind: isView ? 'view' : 'trigger',
			name,
			table: isView ? name : / ON (\w+)/.exec(sql)![1]!,
			codes: [...new Set(Array.from(sql.matchAll(/'refusal:([a-z-]+)'/g), ([, code]) => code!))],
			sql
		});
	}
	return rules;
}

/** SHA-256 of the statements in their order, in hexadecimal digits. */
export function hashOfRules(rules: readonly Rule[]): string {
	const hash = createHash('sha256');
	for (const { sql } of rules) hash.update(`${sql};\n`);
	return hash.digest('hex');
}
