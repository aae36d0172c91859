import { dateOf, instantOf, yearOf } from '$lib/domain/calendar/calendar';
import type { Context } from '../context';
import { findAccount } from '$lib/server/db/people/accounts';
import { listConfirmedHours, spanOfConfirmed } from '$lib/server/db/shifts/confirmed-hours';
import { listUnsettled } from '$lib/server/db/shifts/event-hours';
import { findTownOf } from '$lib/server/db/units/units';

/** The year as instants (ms, UTC): from its first moment in the town up to, and without, the next year's. */
export function spanOfYear(year: number): { from: number; to: number } {
	return { from: instantOf(`${year}-01-01`, '00:00'), to: instantOf(`${year + 1}-01-01`, '00:00') };
}

/** The year asked for (text of an address), if it is one of this century that has begun; else this year. */
export function chooseHoursYear(ctx: Context, asked: string | null): number {
	const now = yearOf(ctx.today());
	return /^20\d\d$/.test(asked ?? '') && Number(asked) <= now ? Number(asked) : now;
}

/**
 * What a certificate of hours says of an account in a year, and the years on offer, the latest first; null when there is no such account.
 * Who may read it is the route's to ask.
 */
export async function readCertificate(ctx: Context, { accountId, year }: { accountId: string; year: number }) {
	const account = await findAccount(ctx.db, accountId);
	if (!account) return null;
	const span = spanOfYear(year);
	const [shifts, years, unsettled, town] = await Promise.all([
		listConfirmedHours(ctx.db, { accountId, ...span }),
		spanOfConfirmed(ctx.db, accountId),
		listUnsettled(ctx.db, { accountId, now: ctx.now() }),
		findTownOf(ctx.db, account.unitId)
	]);
	const thisYear = yearOf(ctx.today());
	const first = Math.min(years ? yearOf(dateOf(years.first)) : thisYear, year);
	return {
		name: ctx.keys.open(account.nameSealed, 'accounts.name', accountId),
		unitId: account.unitId,
		town,
		year,
		years: Array.from({ length: thisYear - first + 1 }, (_, back) => thisYear - back),
		issuedOn: ctx.today(),
		shifts: shifts.map(({ claimId, startsAt, title, duty, unitName, unitNameEn, minutes }) => ({
			claimId,
			on: dateOf(startsAt),
			title,
			duty,
			minutes,
			unit: { name: unitName, nameEn: unitNameEn }
		})),
		minutes: shifts.reduce((sum, shift) => sum + shift.minutes, 0),
		pending: unsettled.filter(({ startsAt }) => startsAt >= span.from && startsAt < span.to).length
	};
}

export type HoursCertificate = NonNullable<Awaited<ReturnType<typeof readCertificate>>>;
