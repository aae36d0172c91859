import { describe, expect, it } from 'vitest';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { findFigure } from '../../../src/lib/domain/figures/figure';
import { textOf, printReport } from '../../../src/lib/domain/reviews/printed-report';
import { readReportText } from '../../../src/lib/domain/reviews/report-text';
import { findDraft } from '../../../src/lib/server/db/reviews/report-drafts';
import { readFigurePage } from '../../../src/lib/server/figures/figure-page';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { isBad } from '../../../src/lib/server/reviews/finding';
import { closePeriod } from '../../../src/lib/server/reviews/closings';
import { readingsOfDraft } from '../../../src/lib/server/reviews/report-readings';
import { publishReport } from '../../../src/lib/server/reviews/report-publications';
import { beginReport, saveReport } from '../../../src/lib/server/reviews/reports';
import { verifyTown } from '../../../src/lib/server/reviews/verify';
import { findUnit } from '../../../src/lib/server/db/units/units';
import { readBoard } from '../../../src/lib/server/targets/target-board';
import { setTargets } from '../../../src/lib/server/targets/targets';
import { assignTask } from '../../../src/lib/server/targets/tasks';
import { readTasks } from '../../../src/lib/server/targets/task-readings';
import { figureDefinitions } from '../../../src/lib/ui/figures/figure-definitions';
import * as figuresRoute from '../../../src/routes/api/v1/figures/+server';
import { freshTown, newId, town } from '../activities/activity-town';
import { addKind, addSanitaryCampaign, correctKind, enter, monthsTo, reportNone } from '../activities/kind-town';
import { putActivity } from '../rows/activity-rows';

freshTown();

const today = '2026-03-02';

async function read(year: number, on = today) {
	const readings = await readFigures(town.ctx, { scope: town.units.town, periods: reportingPeriods(year, on) });
	const { value, previous, known } = readings.find(({ id }) => id === 'added-1')!;
	return { value, previous, state: known.state };
}

async function fromApi(year: number, lang = 'zh-CN') {
	const url = new URL(`http://localhost/api/v1/figures?year=${year}&lang=${lang}`);
	const answer = await figuresRoute.GET({ url, locals: { context: town.visitor } } as never);
	const all = (await answer.json()) as { id: string }[];
	return all.find(({ id }) => id === 'added-1');
}

/** The town keeps its work ledger in these years. */
const keep = async (...years: number[]) => {
	for (const year of years) await putActivity(town, 'slogan', 'town', `${year}-01-05`);
};

describe('the figure of an added kind', () => {
	it('adds up what its entries say, from the day on which it is declared to begin; before it there is no data', async () => {
		await keep(2023, 2024, 2025);
		await addKind();
		for (const [on, quantity] of [
			['2024-03-01', 3],
			['2024-11-30', 9],
			['2025-06-01', 4]
		] as const)
			await enter(on, { quantity });
		for (const year of [2024, 2025]) await reportNone(year, monthsTo());
		expect(await read(2023)).toEqual({ value: null, previous: null, state: 'unknown' });
		expect(await read(2024)).toEqual({ value: 12, previous: null, state: 'known' });
		expect(await read(2025)).toEqual({ value: 4, previous: 12, state: 'known' });
		expect(await read(2022)).toMatchObject({ value: null });
	});

	it('counts entries where it is counted by entry', async () => {
		await keep(2025);
		await addKind({ counts: 'records' });
		for (const on of ['2025-03-01', '2025-04-01']) await enter(on, { quantity: 9 });
		await reportNone(2025, monthsTo());
		expect((await read(2025)).value).toBe(2);
	});

	it('is no zero in a year in which the work ledger has nothing', async () => {
		await keep(2024);
		await addKind();
		await enter('2024-03-01');
		expect(await read(2025)).toMatchObject({ value: null, state: 'unknown' });
	});

	it('ends with the day on which the kind is closed: what came before stays, and is not compared with a whole year', async () => {
		await keep(2024, 2025);
		await addKind();
		await enter('2024-03-01', { quantity: 5 });
		await enter('2025-02-01', { quantity: 2 });
		await reportNone(2024, monthsTo());
		await reportNone(2025, monthsTo(6));
		await correctKind({ closedFromOn: '2025-07-01' });
		expect(await read(2025)).toEqual({ value: 2, previous: null, state: 'known' });
		expect(await read(2026)).toEqual({ value: null, previous: 2, state: 'unknown' });
		const periods = reportingPeriods(2025, today);
		const figure = findFigure((await town.ctx.registry()).figures, 'added-1')!;
		const page = await readFigurePage(town.ctx, { figure, scope: town.units.town, year: 2025, today, periods });
		expect(page.months!.cells.map(({ value }) => value)).toEqual([0, 2, 0, 0, 0, 0, ...Array(6).fill(null)]);
		expect(page.sourceText).toContain("'added-1'");
	});

	it('is in the open API with its own names, unit and definition, exact and at once', async () => {
		await keep(2025);
		await addKind();
		await enter('2025-03-01', { quantity: 1 });
		await reportNone(2025, monthsTo());
		expect(await fromApi(2025)).toMatchObject({
			name: '健康教育专栏',
			unit: '块',
			value: 1,
			until: null,
			definition: '新布置的健康教育专栏，数量相加。'
		});
		const english = { name: 'Health education boards', unit: 'boards' };
		expect(await fromApi(2025, 'en')).toMatchObject({ ...english, definition: '新布置的健康教育专栏，数量相加。' });
		await correctKind({ definitionEn: 'New boards; quantities are added up.' });
		expect(await fromApi(2025, 'en')).toMatchObject({ definition: 'New boards; quantities are added up.' });
		expect(await fromApi(2025)).toMatchObject({ definition: '新布置的健康教育专栏，数量相加。' });
		expect(await fromApi(2023)).toBeUndefined();
	});
});

describe('targets and tasks of an added kind', () => {
	it('are set, read and fulfilled like those of the software', async () => {
		await addKind();
		await enter('2026-02-20', { unitId: town.units.sanxing, quantity: 4 });
		await reportNone(2026, [1]);
		const cells = [{ figure: 'added-1' as const, unitId: town.units.sanxing, value: 12 }];
		const set = { id: newId(), unitId: town.units.town, year: 2026, seen: 0, cells };
		expect(await setTargets(town.as('zhou'), set)).toEqual({ ok: true, changed: 1 });
		const unit = (await findUnit(town.ctx.db, town.units.town))!;
		const board = await readBoard(town.ctx, { unit, year: 2026, today });
		const row = board.rows.find(({ id }) => id === 'added-1')!;
		const at = board.units.findIndex(({ id }) => id === town.units.sanxing);
		expect(row.cells[at]).toMatchObject({ done: 4, reading: { target: 12, rate: 33.3 } });

		const task = { id: newId(), unitId: town.units.sanxing, quantity: 3, dueOn: '2026-03-31', note: '' };
		expect(await assignTask(town.as('zhou'), { ...task, figure: 'added-1' })).toEqual({ ok: true });
		town.clock.setDate('2026-03-05');
		await enter('2026-03-04', { unitId: town.units.sanxing, quantity: 3 });
		const tasks = await readTasks(town.ctx, { scope: town.units.town, today: '2026-03-05', filter: {} });
		expect(tasks).toMatchObject([{ figure: 'added-1', state: 'done', progress: { inTime: 3 } }]);
	});

	it('are refused of a kind that is not there', async () => {
		const cells = [{ figure: 'added-1' as const, unitId: town.units.sanxing, value: 12 }];
		const set = { id: newId(), unitId: town.units.town, year: 2026, seen: 0, cells };
		expect(await setTargets(town.as('zhou'), set)).toEqual({ ok: false, refusal: 'target-impossible' });
	});
});

describe('the yearly review', () => {
	it('begins with what was added under its campaign, prints the published phrases, and is settled and verified', async () => {
		await keep(2023, 2024);
		await addSanitaryCampaign();
		const phrases = { lead: '设置创卫宣传标语', isRounded: true, measure: 'places', campaign: 'campaign-1' } as const;
		await addKind({ name: '创卫标语', words: [], ...phrases });
		await enter('2024-03-01', { quantity: 32 });
		await reportNone(2024, monthsTo());
		const close = { id: newId(), snapshotId: newId(), unitId: town.units.town, span: '2024' };
		expect(await closePeriod(town.as('zhou'), { ...close, definitions: figureDefinitions })).toEqual({ ok: true });

		const reportId = newId();
		const zhou = town.as('zhou');
		await beginReport(zhou, { id: reportId, unitId: town.units.town, year: 2024, from: 'template' });
		const begun = (await findDraft(zhou.db, reportId))!;
		expect(begun.draft.body).toContain('是市级卫生镇创建扎实推进的一年。\n\n设置创卫宣传标语{{创卫标语|约数}}。');
		expect(
			await saveReport(zhou, { id: newId(), reportId, seen: 1, body: '# 回眸\n\n设置标语{{创卫标语|约数}}。' })
		).toEqual({ ok: true });
		const { draft, figures } = (await findDraft(zhou.db, reportId))!;
		const facts = { year: 2024, unitName: '太平场镇', readings: readingsOfDraft(figures) };
		const lines = printReport(readReportText(draft.body, await town.ctx.registry()), facts);
		expect(lines.map(textOf)).toContain('设置标语30余处。');
		expect(await publishReport(zhou, { id: newId(), reportId, draft: 2 })).toEqual({ ok: true });
		expect(await correctKind({ name: '别的名字', words: [], ...phrases })).toEqual({
			ok: false,
			refusal: 'kind-has-entries'
		});

		await enter('2024-03-31', { quantity: 1 });
		const findings = await verifyTown(town.ctx.db);
		expect(findings.filter(isBad)).toEqual([]);
		expect(findings.filter(({ is }) => is === 'revised')).toMatchObject([{ figure: 'added-1', settled: 32, now: 33 }]);
	});

	it('that names a kind keeps its name, though it has no entries', async () => {
		await addKind();
		const reportId = newId();
		await beginReport(town.as('zhou'), { id: reportId, unitId: town.units.town, year: 2025, from: 'template' });
		expect(await correctKind({ name: '专栏' })).toEqual({ ok: false, refusal: 'kind-has-entries' });
		expect(await correctKind({ definition: '别的口径' })).toEqual({ ok: true });
	});
});
