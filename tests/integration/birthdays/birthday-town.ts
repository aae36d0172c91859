import { afterEach, beforeEach, expect } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { planBanquet } from '../../../src/lib/server/birthdays/invitation-lists';
import { beginBirthdaySeries } from '../../../src/lib/server/birthdays/birthday-series';
import { findBirthdayBanquet } from '../../../src/lib/server/db/birthdays/birthdays';
import { publishEvent } from '../../../src/lib/server/events/publications';
import { readInvitations, recordInvitationCall } from '../../../src/lib/server/birthdays/invitations';
import { enrol, lunar } from './roll-of';
import { openTestTown, type TestTown } from '../test-town';
import { recordResults } from '../../../src/lib/server/birthdays/guest-results';

export let town: TestTown;

export const id = () => town.ctx.newId();
export const rule = { threshold: 60, ageKind: 'nominal', cadence: 'two-months', calendar: 'lunar' } as const;

export async function begin(over = {}): Promise<string> {
	const seriesId = id();
	const series = { id: seriesId, unitId: town.units.sanxing, fromOn: '2026-01-01', ...rule, ...over };
	expect(await beginBirthdaySeries(town.as('liu'), series)).toEqual({ ok: true, seriesId });
	return seriesId;
}

export const plan = (seriesId: string, over = {}) => ({
	id: id(),
	seriesId,
	year: 2026,
	firstMonth: 3,
	title: '老人集体生日宴',
	place: '院坝',
	contactPhone: '02371000000',
	startsAt: instantOf('2026-05-16', '11:00'),
	endsAt: instantOf('2026-05-16', '13:30'),
	seats: 8,
	pricePerTable: 360,
	...over
});

/** Three elders of lunar months 3–4 on a published list. Out: the event's id. */
export async function listed(): Promise<string> {
	for (const [at, name] of ['赵甲老', '钱乙老', '孙丙老'].entries())
		await enrol(town, { name, birth: lunar(1946, 3, 1 + at) });
	const act = plan(await begin());
	expect(await planBanquet(town.as('liu'), act)).toEqual({ ok: true, eventId: act.id });
	await publishEvent(town.as('liu'), { id: id(), eventId: act.id });
	return act.id;
}

export const list = async (eventId: string) =>
	readInvitations(town.ctx, (await findBirthdayBanquet(town.ctx.db, eventId))!);
export const call = (invitationId: string, outcome: string, over = {}) =>
	recordInvitationCall(town.as('liu'), {
		id: id(),
		invitationId,
		outcome: outcome as 'coming',
		companions: 0,
		needsTransport: false,
		...over
	});

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => void (town = await openTestTown()));
	afterEach(() => town.close());
}

/** Opens another town in place of this one: for a property, of each case. */
export async function anotherTown(): Promise<void> {
	await town.close();
	town = await openTestTown();
}

/** Liu writes down what became of guests. */
export const settle = (
	eventId: string,
	results: { invitationId: string; result: 'attended' | 'cake-delivered' | 'absent' }[]
) => recordResults(town.as('liu'), { id: id(), eventId, results });
