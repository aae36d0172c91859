import { describe, expect, it } from 'vitest';
import { createLine, WriterLost, type Answer } from '../../../src/lib/server/db/line';
import type { SqlAct } from '../../../src/lib/server/db/sql';

const act = (id: string | null, way: SqlAct['way'] = 'grouped'): SqlAct => ({ id, statements: [], way });
const done: Answer = { results: [] };
const busy: Answer = { fault: { message: 'database is locked', code: 'SQLITE_BUSY', rawCode: 5 } };
const turn = () => new Promise((resolve) => setTimeout(resolve, 1));

/** A line whose groups wait until they are answered by hand. */
function lineByHand(patienceMs = 1000) {
	const groups: (string | null)[][] = [];
	let answerNext: (answer: Answer[] | Error) => void = () => {};
	const line = createLine((acts) => {
		groups.push(acts.map(({ id }) => id));
		return new Promise((resolve, reject) => {
			answerNext = (answer) => (answer instanceof Error ? reject(answer) : resolve(answer));
		});
	}, patienceMs);
	const answer = async (answers: Answer[] | Error) => {
		answerNext(answers);
		await turn();
	};
	return { ...line, groups, answer };
}

describe('the line before the writer', () => {
	it('sends the first act at once, and all that came meanwhile together', async () => {
		const { submit, groups, answer, isEmpty } = lineByHand();
		const all = Promise.all(['a', 'b', 'c'].map((id) => submit(act(id))));
		expect(groups).toEqual([['a']]);
		await answer([done]);
		expect(groups).toEqual([['a'], ['b', 'c']]);
		await answer([done, done]);
		await all;
		await isEmpty();
		void submit(act('d'));
		expect(groups.at(-1), 'and it begins again when it was empty').toEqual(['d']);
	});

	it('sends no more than 64 together', async () => {
		const { submit, groups, answer } = lineByHand();
		for (let nth = 0; nth < 101; nth++) void submit(act(String(nth)));
		await answer([done]);
		await answer(Array.from({ length: 64 }, () => done));
		expect(groups.map(({ length }) => length)).toEqual([1, 64, 36]);
	});

	it('sends what goes alone by itself, in its turn', async () => {
		const { submit, groups, answer } = lineByHand();
		for (const [id, way] of [['a'], ['b'], ['m', 'migration'], ['p', 'bare'], ['c']] as const)
			void submit(act(id, way));
		for (const size of [1, 1, 1, 1]) await answer(Array.from({ length: size }, () => done));
		expect(groups).toEqual([['a'], ['b'], ['m'], ['p'], ['c']]);
	});

	it('tells each its own answer', async () => {
		const { submit, answer } = lineByHand();
		const first = submit(act('a'));
		const [second, third] = [submit(act('b')), submit(act('c'))];
		const refused = expect(second).rejects.toMatchObject({
			message: 'SQLITE_CONSTRAINT: no',
			code: 'SQLITE_CONSTRAINT',
			extendedCode: 'SQLITE_CONSTRAINT_CHECK'
		});
		await answer([done]);
		await answer([{ fault: { message: 'no', code: 'SQLITE_CONSTRAINT_CHECK', rawCode: 275 } }, done]);
		await refused;
		expect(await Promise.all([first, third])).toEqual([[], []]);
	});

	it('sends again what was kept busy, before what came after it, and gives up in time', async () => {
		const { submit, groups, answer } = lineByHand(40);
		const first = submit(act('a'));
		await answer([busy]);
		await answer([done]);
		expect([await first, groups]).toEqual([[], [['a'], ['a']]]);
		const late = expect(submit(act('b'))).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
		await new Promise((resolve) => setTimeout(resolve, 50));
		await answer([busy]);
		await late;
	});

	it('refuses what is kept busy at once when it is hurried, and still sends what waits', async () => {
		const { submit, groups, answer, hurry } = lineByHand();
		const first = expect(submit(act('a'))).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
		const second = submit(act('b'));
		hurry();
		await answer([busy]);
		await first;
		await answer([done]);
		expect([await second, groups]).toEqual([[], [['a'], ['b']]]);
	});

	it('sends again what may land once when the writer was lost, and tells the others', async () => {
		const { submit, groups, answer } = lineByHand();
		const first = submit(act('a'));
		await answer(new WriterLost());
		await answer([done]);
		expect(await first).toEqual([]);
		const isRejected = expect(submit(act(null))).rejects.toBeInstanceOf(WriterLost);
		await answer(new WriterLost());
		await isRejected;
		expect(groups).toEqual([['a'], ['a'], [null]]);
	});

	it('gives up what no writer survives', async () => {
		const { submit, groups, answer } = lineByHand();
		const isRejected = expect(submit(act('a'))).rejects.toBeInstanceOf(WriterLost);
		for (let nth = 0; nth < 3; nth++) await answer(new WriterLost());
		await isRejected;
		expect(groups).toHaveLength(3);
	});
});
