import { addDays, addMonths, monthBoundsOf } from '../../src/lib/domain/calendar/calendar';
import { recordCase, settleCase } from '../../src/lib/server/cases/cases';
import { landImport } from '../../src/lib/server/ledgers/land-import';
import { workOn } from '../../src/lib/server/ledgers/work-on';
import { planCases, type PlannedCase } from './case-plan';
import { bring } from './imports';
import { must, type Stage } from './stage';
import type { Town } from './town';
import { earlierOf, type LaterYear } from './years';

/** The cases of 2024: the town brings in the ledger of the whole year in January, before `today`. */
export async function playCases(stage: Stage, town: Town, today: string): Promise<void> {
	const own = stage.aside(202_406, 0);
	const on = earlierOf('2025-01-04', addDays(today, -1));
	await bringIn(own, town, { on, fileName: '2024年事项台账.csv', cases: planCases(own.dice, 2024) });
}

/**
 * The cases of a later year. Of a year that is over the town brings in the ledger in January; of the running one month by month, and what takes
 * longer, or came in since, is written down as it happens.
 */
export async function playLaterCases({ year, lastOn, stageOf }: LaterYear, town: Town): Promise<void> {
	const stage = stageOf('cases');
	const cases = planCases(stage.dice, year);
	if (lastOn >= `${year}-12-31`) {
		const on = earlierOf(`${year + 1}-01-04`, lastOn);
		return bringIn(stage, town, { on, fileName: `${year}年事项台账.csv`, cases });
	}
	const isBrought = ({ receivedOn, settledOn }: PlannedCase) => {
		const on = broughtOn(receivedOn);
		return on <= lastOn && (settledOn === null || settledOn <= on);
	};
	for (let from = `${year}-01-01`; broughtOn(from) <= lastOn; from = addMonths(from, 1)) {
		const month = cases.filter((one) => one.receivedOn.slice(0, 7) === from.slice(0, 7) && isBrought(one));
		const fileName = `${year}年${Number(from.slice(5, 7))}月事项台账.csv`;
		await bringIn(stage, town, { on: broughtOn(from), fileName, cases: month });
	}
	await playOneByOne(stage, town, { cases: cases.filter((one) => !isBrought(one)), lastOn });
}

/** The day on which the ledger of a day's month is brought in. */
const broughtOn = (on: string) => addDays(monthBoundsOf(on.slice(0, 7)).toOn, 3);

async function bringIn(
	stage: Stage,
	town: Town,
	{ on, fileName, cases }: { on: string; fileName: string; cases: readonly PlannedCase[] }
): Promise<void> {
	stage.at(on, '15:20');
	const actor = town.actors.townCadre;
	const names = { ...town.names, town: '太平场镇' };
	const lines = cases.map((one, nth) => [String(nth + 1), names[one.unit], ...cellsOf(one, on)]);
	const importId = await bring(stage, actor, { ledger: 'cases', fileName, lines: [head, ...lines] });
	must(await landImport(stage.as(actor), { id: stage.id(), importId }));
	await workOn(stage.as(actor), importId);
}

const head = ['序号', '村', '类别', '办理层级', '受理日期', '办结期限', '事项', '办理情况', '办结日期', '结果说明'];

const kindWords = { dispute: '矛盾纠纷', call: '民呼我为', incident: '三级联动事件' };
const levelWords = { grid: '网格', village: '村（社区）', town: '镇' };

function cellsOf(one: PlannedCase, on: string): string[] {
	const isSettled = one.settledOn !== null && one.settledOn <= on;
	const [settled, open] = one.kind === 'dispute' ? ['已化解', '未化解'] : ['已办结', '在办'];
	return [
		kindWords[one.kind],
		levelWords[one.level],
		one.receivedOn,
		one.dueOn ?? '',
		one.matter,
		isSettled ? settled! : open!,
		isSettled ? one.settledOn! : '',
		isSettled ? one.result : ''
	];
}

/** Each act on its day, in order. */
async function playOneByOne(
	stage: Stage,
	town: Town,
	{ cases, lastOn }: { cases: readonly PlannedCase[]; lastOn: string }
): Promise<void> {
	const acts = cases.flatMap((one) => {
		const ctx = stage.as(town.actors[one.unit === 'town' ? 'townCadre' : one.unit]);
		const { kind, level, unit, receivedOn, dueOn, matter, settledOn, result } = one;
		let caseId = '';
		const record = async () => {
			caseId = stage.id();
			must(await recordCase(ctx, { id: caseId, unitId: town.units[unit], kind, level, receivedOn, dueOn, matter }));
		};
		const settle = async () =>
			void must(await settleCase(ctx, { id: stage.id(), caseId, settledOn: settledOn!, result }));
		return [
			{ on: receivedOn, time: '10:15', play: record },
			...(settledOn ? [{ on: settledOn, time: '16:30', play: settle }] : [])
		];
	});
	const inOrder = acts
		.filter(({ on }) => on <= lastOn)
		.sort((one, other) => (one.on + one.time < other.on + other.time ? -1 : 1));
	for (const { on, time, play } of inOrder) {
		stage.at(on, time);
		await play();
	}
}
