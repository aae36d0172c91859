import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { monthBoundsOf, monthOf, yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { mostListed } from '$lib/domain/units/unit-choice';
import { decideCheckedMonth } from '$lib/domain/activities/checked-month';
import { findReported, isKeptIn, reportedLedgers, type ReportedLedger } from '$lib/domain/activities/added-work';
import type { Registry } from '$lib/domain/figures/registry';
import { checkedVillages } from '$lib/domain/figures/coverage';
import { isReportedIn } from '$lib/domain/figures/ledger';
import { monthsOf } from '$lib/domain/calendar/reporting-period';
import { villageKinds } from '$lib/domain/units/unit';
import { checkedZeroForm, monthReportForm } from '$lib/forms/activities/activity';
import { act } from '$lib/server/act';
import { recordCheckedZero } from '$lib/server/activities/checked-zeros';
import { type RecordCheckedZeroRefusal } from '$lib/server/activities/checked-zeros';
import { countByMonth } from '$lib/server/db/activities/activity-counts';
import { listCheckedZeros } from '$lib/server/db/activities/checked-zeros';
import { readReportedStarts } from '$lib/server/db/figures/ledger-starts';
import { findBeginning } from '$lib/server/db/units/successions';
import { listUnits } from '$lib/server/db/units/units';
import { readReports } from '$lib/server/figures/coverage';
import { reportMonth, type ReportMonthRefusal } from '$lib/server/activities/month-reports';
import { numberedPage } from '$lib/server/numbered-pages';
import { readForm } from '$lib/server/form';
import { mayActFor, mayAdministerAll, scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const today = ctx.today();
	const units = await readUnitChoice(ctx, url.searchParams, {
		name: 'unit',
		first: scope,
		scope,
		kinds: ['town', 'village', 'community']
	});
	const unitId = units.chosenId ?? scope;
	if (!(await mayActFor(ctx, unitId))) error(403);
	const year = readYear(url.searchParams.get('year'), yearOf(today));
	const added = await ctx.registry();
	const kinds = checkedKinds(added, year);
	const kind = kinds.find((one) => one === url.searchParams.get('kind')) ?? 'complaint';
	const [reports, starts, isAdministrator, zeros, counts, villages, beganOn] = await Promise.all([
		readReports(ctx.db, { unitId, year, today, added }),
		readReportedStarts(ctx.db),
		mayAdministerAll(ctx),
		listCheckedZeros(ctx.db, unitId, kind, year),
		countByMonth(ctx.db, unitId, kind, year),
		listUnits(ctx.db, unitId, villageKinds),
		findBeginning(ctx.db, unitId)
	]);
	const [ledgers, owed] = [reports.ofUnit(), reports.owed()];
	const ofEach = reports.coverageOf(kind).rows;
	const chosen = ledgers.find(({ id }) => id === url.searchParams.get('ledger'))?.id ?? null;
	/** Where the villages are many, those of the ledger that is asked for are shown, a page of them. */
	const isMany = villages.length > mostListed;
	const ofKind = { starts, kinds: added.kinds };
	const yearMonths = monthsOf(yearBounds(year));
	/** Of the months before a unit took the place of others it reports none. */
	const ownMonths = yearMonths.filter((month) => beganOn === null || monthBoundsOf(month).toOn >= beganOn);
	const months = ownMonths.filter((month) => isReportedIn(kind, month, ofKind));
	return {
		reported: url.searchParams.get('reported'),
		ledgers,
		/** What a report would say is none, a line a ledger and month. */
		owed: owed
			.filter(({ unitIds, month }) => unitIds.length > 0 && ownMonths.includes(month))
			.map(({ ledger, month }) => ({ ledger, month })),
		/** Whether a ledger begins later than some month of the year, and whether the reader may set that. */
		isBegunLater: owed.some(({ state }) => state === 'before'),
		isAdministrator,
		/** Whether a month is over for which a ledger is kept. */
		isAnyOver: ledgers.some(({ months }) =>
			months.some(({ state }, at) => state !== 'before' && monthBoundsOf(yearMonths[at]!).toOn < today)
		),
		sums: ledgers.map(({ id }) => ({ ledger: id, ...reports.sumOf(id) })),
		coverage: isMany ? [] : ledgers.map(({ id }) => reports.coverageOf(id)),
		shown: isMany && {
			ledger: chosen,
			...numberedPage(url.searchParams, chosen ? reports.coverageOf(chosen).rows : [], {
				name: 'villages',
				size: 15,
				anchor: 'villages'
			})
		},
		id: ctx.newId(),
		reportId: ctx.newId(),
		kind,
		kinds,
		unitId,
		isOwnUnit: unitId === scope,
		year,
		yearMonths,
		ownMonths,
		thisYear: yearOf(today),
		allVillages: villages.length,
		units,
		months: months.map((month) => {
			const checked = checkedVillages(ofEach, monthOf(month) - 1);
			return {
				month,
				allVillages: checked.allVillages,
				...decideCheckedMonth(month, today, {
					count: counts.find((row) => row.month === month)?.count ?? 0,
					zero: zeros.find((row) => row.month === month) ?? null,
					...checked
				})
			};
		})
	};
};

const fields: Partial<Record<RecordCheckedZeroRefusal, string>> = {
	'month-not-over': 'month',
	'month-before-ledger': 'month',
	'month-has-records': 'month',
	'month-has-waiting': 'month',
	'month-already-checked': 'month',
	'kind-not-kept': 'month',
	'unit-not-there': 'month',
	'not-your-unit': 'unitId'
};

const reportFields: Partial<Record<ReportMonthRefusal, string>> = {
	'month-not-over': 'month',
	'month-before-ledger': 'month',
	'month-has-records': 'month',
	'month-has-waiting': 'month',
	'month-already-reported': 'month',
	'unit-not-there': 'month',
	'not-your-unit': 'unitId'
};

const zeroForm = async ({ locals }: Pick<RequestEvent, 'locals'>) =>
	checkedZeroForm(reportedLedgers(await locals.context.registry()));

export const actions: Actions = {
	report: async ({ request, locals }) => {
		const form = await readForm(request, monthReportForm(reportedLedgers(await locals.context.registry())));
		if (!form.ok) return form.failure;
		const { month, unitId, ledger } = form.data;
		const asked = findReported(ledger);
		const result = await reportMonth(locals.context, { ...form.data, ledgers: asked ? [asked] : undefined });
		if (!result.ok) return form.refuse(result.refusal, reportFields[result.refusal]);
		redirect(
			303,
			`/desk/activities/zeros?${new URLSearchParams({ unit: unitId, year: month.slice(0, 4), reported: month })}`
		);
	},
	check: act(zeroForm, recordCheckedZero, {
		field: fields,
		to: (_, result) => `/desk/activities/${result.activityId}?checked`
	})
};

/** What a single month may be checked for: complaints, and what the town added and keeps in the year. */
const checkedKinds = ({ kinds }: Pick<Registry, 'kinds'>, year: number): ReportedLedger[] => [
	'complaint',
	...kinds.filter((kind) => isKeptIn(kind, yearBounds(year))).map(({ id }) => id)
];

function readYear(typed: string | null, thisYear: number): number {
	const year = /^\d{4}$/.test(typed ?? '') ? Number(typed) : thisYear;
	return year >= 2000 && year <= thisYear ? year : thisYear;
}
