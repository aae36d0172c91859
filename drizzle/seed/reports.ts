import { closePeriod } from '../../src/lib/server/reviews/closings';
import { giveLateReason } from '../../src/lib/server/reviews/late-reasons';
import { takeSnapshot } from '../../src/lib/server/reviews/snapshots';
import { recordActivity } from '../../src/lib/server/activities/activities';
import { findDraft } from '../../src/lib/server/db/reviews/report-drafts';
import { beginReport, saveReport } from '../../src/lib/server/reviews/reports';
import { publishReport } from '../../src/lib/server/reviews/report-publications';
import { figureDefinitions } from '../../src/lib/ui/figures/figure-definitions';
import { addDays, monthBounds } from '../../src/lib/domain/calendar/calendar';
import type { VillageKey } from './banquet-plan';
import { must, type Stage } from './stage';
import type { Town } from './town';
import { laterYears } from './years';

/**
 * 2023 and 2024 are closed, each in its January; of 2023 two entries came late. The review of 2024 is written and published. Later years are
 * closed in January too, and each month of a year that is not, a week after its end. Nothing happens after yesterday.
 */
export async function playReports(stage: Stage, town: Town, today: string): Promise<void> {
	const admin = stage.as(town.actors.administrator);
	const definitions = figureDefinitions;
	const close = async (on: string, span: string) => {
		stage.at(on, '10:00');
		const [id, snapshotId] = [stage.id(), stage.id()];
		must(await closePeriod(admin, { id, snapshotId, unitId: town.units.town, span, definitions }));
		return id;
	};
	const closed2023 = await close('2024-01-10', '2023');
	await recordLate(stage, town, late.sanxing);
	stage.at('2024-03-04', '15:00');
	const reason = '补记三星村标语两幅';
	must(await takeSnapshot(admin, { id: stage.id(), closingId: closed2023, reason, definitions }));
	if (today <= '2025-01-08') return;
	await close('2025-01-08', '2024');
	if (today > '2025-01-15') await writeReview(stage, town);
	if (today > late.hesha.at) await recordLate(stage, town, late.hesha);
	for (const { on, span } of laterClosings(stage, today)) await close(on, span);
}

/** The later years that are closed before `today`, and the months of the last one that is not. */
function laterClosings(stage: Stage, today: string): { on: string; span: string }[] {
	return laterYears(stage, today)
		.flatMap(({ year }) => {
			const whole = { on: `${year + 1}-01-09`, span: String(year) };
			if (whole.on < today) return [whole];
			return Array.from({ length: 12 }, (_, at) => ({
				on: addDays(monthBounds(year, at + 1).toOn, 7),
				span: `${year}-${String(at + 1).padStart(2, '0')}`
			}));
		})
		.filter(({ on }) => on < today);
}

interface Late {
	village: VillageKey;
	at: string;
	doneOn: string;
	subject: string;
	quantity: number;
	reason: string;
}

const late: Record<'sanxing' | 'hesha', Late> = {
	sanxing: {
		village: 'sanxing',
		at: '2024-02-18',
		doneOn: '2023-12-27',
		subject: '三星村岁末移风易俗标语',
		quantity: 2,
		reason: '悬挂照片夹在春节值班的材料里，过完年才找到'
	},
	hesha: {
		village: 'hesha',
		at: '2025-03-05',
		doneOn: '2023-10-19',
		subject: '河沙村重阳移风易俗标语',
		quantity: 1,
		reason: '整理村档案时发现漏登，照片还在'
	}
};

async function recordLate(stage: Stage, town: Town, { village, at, doneOn, subject, quantity, reason }: Late) {
	stage.at(at, '09:30');
	const ctx = stage.as(town.actors[village]);
	const id = stage.id();
	must(
		await recordActivity(ctx, {
			id,
			unitId: town.units[village],
			kind: 'slogan',
			doneOn,
			subject,
			quantity,
			place: '村口',
			audience: '村民',
			result: '',
			responsible: '示责任',
			evidence: '照片',
			note: ''
		})
	);
	must(await giveLateReason(ctx, { id: stage.id(), actIds: [id], reason }));
}

async function writeReview(stage: Stage, town: Town): Promise<void> {
	const cadre = stage.as(town.actors.townCadre);
	stage.at('2025-01-09', '09:00');
	const reportId = stage.id();
	must(await beginReport(cadre, { id: reportId, unitId: town.units.town, year: 2024, from: 'template' }));
	const { body } = (await findDraft(cadre.db, reportId))!.draft;
	stage.at('2025-01-13', '16:20');
	const better = body.replace('把好事办到群众心坎上', '把一件件实事、好事办到群众心坎上');
	must(await saveReport(cadre, { id: stage.id(), reportId, seen: 1, body: better }));
	stage.at('2025-01-15', '11:00');
	must(await publishReport(stage.as(town.actors.administrator), { id: stage.id(), reportId, draft: 2 }));
}
