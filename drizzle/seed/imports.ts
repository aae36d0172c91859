import { addDays, yearOf } from '../../src/lib/domain/calendar/calendar';
import type { Ledger } from '../../src/lib/domain/ledgers/ledgers';
import type { Actor } from '../../src/lib/domain/people/actor';
import { landImport } from '../../src/lib/server/ledgers/land-import';
import { readOn } from '../../src/lib/server/ledgers/read-on';
import { startImport } from '../../src/lib/server/ledgers/start-import';
import { undoImport } from '../../src/lib/server/ledgers/undo-import';
import { must, type Stage } from './stage';
import type { Town } from './town';

/** A ledger as an office saves it: comma-separated, with a title, a total and the name of the clerk. */
const fileOf = (lines: readonly (readonly string[])[]) =>
	new TextEncoder().encode(lines.map((line) => line.join(',')).join('\r\n'));

/**
 * A ledger that was imported twice and undone once, and a messy one that a cadre is still correcting. It has a stage
 * of its own.
 */
export async function playImports(stage: Stage, town: Town, today: string): Promise<void> {
	const own = stage.aside(20250118, 990_000);
	const year = yearOf(today) - 1;
	const head = ['序号', '组', '户主', '事由', '办酒时间', '桌数', '电话', '办理情况'];
	const row = (nth: number, ...[group, occasion, on, tables, ends]: [string, string, string, string, string]) => {
		const { name, phone } = own.newPerson();
		return [String(nth), group, name, occasion, on, tables, phone, ends];
	};
	own.at(addDays(today, -9), '10:20');
	const undone = await bring(own, town.actors.sanxing, {
		ledger: 'banquets',
		fileName: `三星村${year}补录.csv`,
		lines: [
			[`${year}年三星村宴席台账（补录）`],
			head,
			row(1, '一组', '乔迁', '3月12日', '12桌', ''),
			row(2, '二组', '寿宴', '5月18日', '15桌', '')
		]
	});
	const sanxing = own.as(town.actors.sanxing);
	must(await landImport(sanxing, { id: own.id(), importId: undone }));
	own.at(addDays(today, -9), '11:05');
	const reason = '补录表和纸质台账对不上，核实后再导入';
	must(await undoImport(sanxing, { id: own.id(), importId: undone, reason, keepsWorkedOn: false }));

	own.at(addDays(today, -1), '15:40');
	const twice = row(5, '二组', '升学宴', '8月20日', '10', '取消不办');
	const lines = [
		[`${year}年河沙村宴席台账`],
		head,
		row(1, '一组', '结婚', `${year}.2.6`, '20桌', '已办'),
		row(2, '一组', '70大寿', '3月8日', '约15', '已办'),
		row(3, '三组', '白事', '正月十五', '二十桌', '已办'),
		row(4, '九组', '乔迁', '5月1日-3日', '12', '看情况'),
		twice,
		['6', ...twice.slice(1)],
		['7', '二组', twice[2]!, '升学宴', '8月25日', '10', '', '取消'],
		['合计', '', '', '', '', '97'],
		['填表人：何测试']
	];
	await bring(own, town.actors.hesha, { ledger: 'banquets', fileName: `河沙村${year}年宴席台账.csv`, lines });
	own.at(today, '08:30');
}

/** An actor uploads a ledger, and it is read. Out: the import's id. */
export async function bring(
	stage: Stage,
	actor: Actor,
	{ ledger, fileName, lines }: { ledger: Ledger; fileName: string; lines: readonly (readonly string[])[] }
): Promise<string> {
	const ctx = stage.as(actor);
	const id = stage.id();
	must(await startImport(ctx, { id, ledger, fileName, bytes: fileOf(lines), sheet: null }));
	await readOn(ctx, id);
	return id;
}
