import { eq } from 'drizzle-orm';
import type { ActivityKind } from '../../../src/lib/domain/activities/activity';
import type { FigureSource } from '../../../src/lib/domain/figures/figure';
import { banquets } from '../../../src/lib/server/db/schema/banquets/banquets';
import { eventCancellations } from '../../../src/lib/server/db/schema/events/events';
import { ledger, times, town } from './figure-ledger';

type From = FigureSource['from'];
type Source<Name extends From> = Extract<FigureSource, { from: Name }>;

/** Puts three records into 三星村 that count for a figure of 2024, and some that do not. */
export function fillExamples<Name extends From>(source: Source<Name>): Promise<unknown> {
	const fill = examples[source.from] as (source: Source<Name>) => Promise<unknown>;
	return fill(source);
}

const examples: { [Name in From]: (source: Source<Name>) => Promise<unknown> } = {
	'banquets-held': async () => {
		for (const outcome of ['held', 'reduced', 'held', 'family-meal', 'cancelled'] as const)
			await ledger.banquet('sanxing', '2024-05-01', outcome);
		await ledger.banquet('sanxing', '2025-01-01');
	},
	'banquets-declared': async () => {
		for (const outcome of ['held', 'cancelled', null] as const) await ledger.banquet('sanxing', '2024-05-01', outcome);
		const found = await ledger.banquet('sanxing', '2024-05-01');
		await town.ctx.db.update(banquets).set({ origin: 'found' }).where(eq(banquets.id, found));
		await ledger.banquet('sanxing', '2025-01-01');
	},
	'banquets-dissuaded': async () => {
		await times(3, () => ledger.dissuasion('sanxing', '2024-05-01'));
		await ledger.dissuasion('sanxing', '2024-05-01', { confirmed: false });
	},
	activities: async ({ kinds }) => {
		const kind = kinds[0] as ActivityKind;
		await times(3, () => ledger.activity(kind, 'sanxing', '2024-05-01', { quantity: 4 }));
		await ledger.activity(kind, 'sanxing', '2024-05-01', { removed: true });
	},
	'cases-received': async ({ kind }) => {
		await times(3, () => ledger.case(kind, 'sanxing', '2024-05-01'));
		await ledger.case(kind, 'sanxing', '2024-05-01', { removed: true });
		await ledger.case(kind, 'sanxing', '2025-01-01');
	},
	'cases-settled': async ({ kind, level }) => {
		await times(3, () => ledger.case(kind, 'sanxing', '2024-05-01', { level, settledOn: '2024-12-31' }));
		await ledger.case(kind, 'sanxing', '2024-05-01', { level, settledOn: '2024-12-31', removed: true });
		for (const settledOn of [null, '2025-01-01'])
			await ledger.case(kind, 'sanxing', '2024-05-01', { level, settledOn });
	},
	'incidents-overdue': async () => {
		for (const settledOn of [null, '2024-05-11', '2025-02-01'])
			await ledger.case('incident', 'sanxing', '2024-05-01', { dueOn: '2024-05-10', settledOn });
		await ledger.case('incident', 'sanxing', '2024-05-01', { dueOn: '2024-05-10', settledOn: '2024-05-10' });
		await ledger.case('incident', 'sanxing', '2024-12-20', { dueOn: '2024-12-31' });
		await ledger.case('call', 'sanxing', '2024-05-01', { dueOn: '2024-05-10' });
	},
	events: async ({ kind, topic }) => {
		await times(3, () => ledger.event(kind, 'sanxing', '2024-12-31', { topic, time: '23:00' }));
		await ledger.event('meeting', 'sanxing', '2024-05-01');
		await ledger.event(kind, 'sanxing', '2024-05-01', { topic, cancelled: true });
	},
	'lecture-attendance': async () => {
		await times(3, () => ledger.event('lecture', 'sanxing', '2024-12-31', { topic: 'micro-talk', time: '23:00' }));
		await ledger.event('performance', 'sanxing', '2024-05-01');
		await ledger.event('lecture', 'sanxing', '2024-05-01', { topic: 'health', cancelled: true });
	},
	'pledges-in-force': fillPledges,
	'pledges-signed': fillPledges,
	complaints: async () => {
		for (let month = 1; month <= 12; month++) {
			if (month === 5) continue;
			const zeroMonth = `2024-${String(month).padStart(2, '0')}`;
			await ledger.activity('checked-zero', 'sanxing', `${zeroMonth}-28`, { zeroMonth });
		}
		await times(3, () => ledger.activity('complaint', 'sanxing', '2024-05-01'));
	},
	'blood-and-checkups': async () => {
		await ledger.event('blood-drive', 'sanxing', '2024-05-01');
		await times(2, () => ledger.activity('disability-check-up', 'sanxing', '2024-05-02'));
	},
	'birthday-guests': async ({ result }) => {
		await times(3, () => ledger.birthdayGuest('sanxing', '2024-05-01', result));
		await cancel(await ledger.birthdayGuest('sanxing', '2024-05-01', result, false));
		await ledger.birthdayGuest('sanxing', '2024-05-01', 'absent');
	},
	donations: async ({ counts }) => {
		await times(3, () => putDrive(counts === 'firstTime'));
		await ledger.event('blood-drive', 'sanxing', '2024-05-02');
		await putDrive(counts === 'firstTime', false);
	},
	grids: async () => {
		await times(3, () => ledger.grid('sanxing', '2024-01-01'));
		await ledger.grid('sanxing', '2024-01-01', '2024-06-01');
	},
	'grid-members': async ({ role }) => {
		const grid = await ledger.grid('sanxing', '2024-01-01');
		await times(3, () => ledger.member(grid, role, '2024-01-01'));
	}
};

async function fillPledges(): Promise<void> {
	await times(3, () => ledger.pledge('sanxing', '2024-12-31', { withdrawnOn: '2025-01-01' }));
	await ledger.pledge('sanxing', '2024-05-01', { withdrawnOn: '2024-12-31' });
	await ledger.pledge('sanxing', '2024-05-01', { audience: 'party-member' });
	await ledger.pledge('sanxing', '2025-01-01');
}

/** A blood drive with one donation. */
async function putDrive(isFirst: boolean, completed = true): Promise<void> {
	const { id } = await ledger.event('blood-drive', 'sanxing', '2024-05-01', { completed });
	await ledger.donation(id, isFirst);
	if (!completed) await cancel(id);
}

const cancel = (eventId: string) =>
	town.ctx.db.insert(eventCancellations).values({ eventId, reason: '下雨', at: town.ctx.now() });
