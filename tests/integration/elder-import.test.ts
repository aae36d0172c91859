import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkElderLines, importElders, readElderFile, type ElderLine } from '../../src/lib/server/elder-import';
import { readRoll } from '../../src/lib/server/elders';
import { enrol, lunar, workbook } from './roll-of';
import { openTestTown, type TestTown } from './test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const head = ['序号', '姓名', '性别', '出生日期', '组', '电话', '忌口'];
const read = async (rows: (string | number | Date | null)[][]): Promise<ElderLine[]> => {
	const file = await readElderFile(town.as('liu'), await workbook([['三星村老人名册'], head, ...rows]));
	if (!file.ok) throw new Error(file.refusal);
	return file.lines;
};
const question = (lines: ElderLine[], calendar: 'lunar' | 'solar' | null = 'lunar') => ({
	...{ villageId: town.units.sanxing, calendar, lines }
});
const save = (lines: ElderLine[], calendar: 'lunar' | 'solar' | null = 'lunar') =>
	importElders(town.as('liu'), { id: town.ctx.newId(), ...question(lines, calendar) });

describe('a roll from a workbook', () => {
	test('becomes elders, with phones as text and groups by name', async () => {
		const lines = await read([
			[1, '张 三', '男', '1946年正月初五', '一组', 13800000001, '吃素'],
			[2, '李四', '女', '农历1950.6.30', '1组', '138-0000-0002', null]
		]);
		expect(await save(lines, null)).toEqual({ ok: true, added: 2 });
		expect(await readRoll(town.ctx, town.units.sanxing)).toMatchObject([
			{
				name: '张三',
				sex: 'male',
				birth: lunar(1946, 1, 5),
				phone: '13800000001',
				diet: 'vegetarian',
				unitId: town.units.sanxingGroup1
			},
			{ name: '李四', birth: lunar(1950, 6, 30), phone: '13800000002', diet: 'any' }
		]);
	});

	test('asks for the calendar where the file does not say it, and never converts silently', async () => {
		const lines = await read([
			[1, '张三', '男', new Date(Date.UTC(1946, 2, 5)), '', '', ''],
			[2, '李四', '女', '1950-01-02', '', '', '']
		]);
		const asked = await checkElderLines(town.as('liu'), question(lines, null));
		expect(asked).toMatchObject([{ state: 'wrong', faults: ['calendar-unsaid'] }, { faults: ['calendar-unsaid'] }]);
		expect(await save(lines, null)).toEqual({ ok: false, refusal: 'lines-wrong' });
		const taken = await checkElderLines(town.as('liu'), question(lines, 'lunar'));
		expect(taken).toMatchObject([{ facts: { birth: lunar(1946, 3, 5) } }, { facts: { birth: lunar(1950, 1, 2) } }]);
		const solar = await checkElderLines(town.as('liu'), question(lines, 'solar'));
		expect(solar).toMatchObject([{ facts: { birth: { calendar: 'solar', on: '1946-03-05' } } }, { state: 'new' }]);
	});

	test('says for each line what is wrong, and saves all or nothing', async () => {
		const lines = await read([
			[1, '张三', '男', '1946.1.5', '', '', ''],
			[2, '', '男', '1946.1.5', '', '', ''],
			[3, '李四', '？', '1946.2.30', '九组', '12', '喝酒'],
			[4, '王五', '女', '', '', '', '']
		]);
		const checked = await checkElderLines(town.as('liu'), question(lines));
		expect(checked.map((line) => ('faults' in line ? line.faults : line.state))).toEqual([
			'new',
			['name-missing'],
			['sex-wrong', 'birth-wrong', 'group-unknown', 'phone-wrong', 'diet-wrong'],
			['birth-missing']
		]);
		expect(await save(lines)).toEqual({ ok: false, refusal: 'lines-wrong' });
		expect(await readRoll(town.ctx, town.units.sanxing)).toEqual([]);
		const mended = lines.map((line, at) => ({ ...line, isLeftOut: at > 0 }));
		expect(await save(mended)).toEqual({ ok: true, added: 1 });
	});

	test('leaves out who is on the roll already or twice in the file, and the same import again adds nobody', async () => {
		await enrol(town, { name: '张三', birth: lunar(1946, 1, 5) });
		const lines = await read([
			[1, '张三', '男', '1946.1.5', '', '', ''],
			[2, '李四', '女', '1950.1.5', '', '', ''],
			[3, '李 四', '女', '1950年1月5日', '', '', '']
		]);
		const checked = await checkElderLines(town.as('liu'), question(lines));
		expect(checked).toMatchObject([{ state: 'known' }, { state: 'new' }, { state: 'double', as: 2 }]);
		const act = { id: town.ctx.newId(), ...question(lines) };
		expect(await importElders(town.as('liu'), act)).toEqual({ ok: true, added: 1 });
		expect(await importElders(town.as('liu'), act)).toMatchObject({ ok: true });
		expect(await readRoll(town.ctx, town.units.sanxing)).toHaveLength(2);
		const { rows } = await town.ctx.db.$client.execute("select detail from audit_entries where verb = 'importElders'");
		expect(rows.map(({ detail }) => detail)).toEqual(['{"lines":3,"added":1}']);
	});

	test('is for the staff of the village', async () => {
		const lines = await read([[1, '张三', '男', '1946.1.5', '', '', '']]);
		for (const ctx of [town.as('he'), town.as('tang'), town.visitor]) {
			const answer = await importElders(ctx, { id: town.ctx.newId(), ...question(lines) });
			expect(answer).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
	});
});
