import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { OptionsError, readOptions, sectionNames, usage } from '../../bench/options';

const messageOf = (line: string): string => {
	try {
		readOptions(line.split(' '));
	} catch (error) {
		if (error instanceof OptionsError) return error.message;
	}
	return '';
};

describe('the options of the bench', () => {
	it('are those of the whole bench where none is given', () => {
		const { only, pages, plan, villages } = readOptions([]);
		expect({ only, pages, plan, villages }).toEqual({
			only: sectionNames,
			pages: 'all',
			plan: { warm: 5, seconds: 2, rounds: 5 },
			villages: 400
		});
	});

	it.each([
		['--records abc', '--records takes a whole number of at least 100, not "abc"'],
		['--villages 2 --records 100', '--villages takes a whole number of at least 5, not "2"'],
		['--rounds 0', '--rounds takes a whole number of at least 1, not "0"'],
		['--rounds 1.5', '--rounds takes a whole number of at least 1, not "1.5"'],
		['--seconds x', '--seconds takes a number of at least 0.01, not "x"'],
		['--minutes 0', '--minutes takes a number of at least 0.01, not "0"'],
		['--pages 0', '--pages takes a whole number of at least 1, not "0"'],
		['--rows 0', '--rows takes a whole number of at least 1, not "0"'],
		['--crowds 20,', '--crowds takes a whole number of at least 1, not ""'],
		['--warm Infinity', '--warm takes a number of at least 0, not "Infinity"'],
		['--against https://xinfeng.example', '--against takes an address such as'],
		['--against 3000', '--against takes an address such as'],
		['--against http://127.0.0.1:1 --only rush,growth', '--against cannot measure growth'],
		['--app /nowhere', '--app takes a checkout that is built'],
		['--only rushes', '--only takes some of reading, rush,'],
		['--record 5', "Unknown option '--record'"]
	])('are refused with a sentence: %s', (line, message) => {
		expect(messageOf(line)).toContain(message);
	});

	it('leave out what needs the own process where another instance is measured', () => {
		expect(readOptions(['--against', 'http://127.0.0.1:1/']).only).toEqual(['reading', 'rush', 'weight']);
	});

	const run = (...options: string[]) =>
		spawnSync(process.execPath, ['tests/integration/run-process.js', 'tests/bench/bench.ts', ...options], {
			encoding: 'utf8'
		});

	it('are all listed by --help', () => {
		expect(run('--help')).toMatchObject({ status: 0, stdout: `${usage}\n`, stderr: '' });
	}, 30_000);

	it('that name an address at which no server answers end the bench with a sentence', () => {
		const { status, stderr } = run('--against', 'http://127.0.0.1:1', '--only', 'rush');
		expect(status).toBe(1);
		expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:1 does not answer: [^\n]+\n$/);
	}, 30_000);
});
