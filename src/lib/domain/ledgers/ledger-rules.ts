import { activityMeasures, type ActivityKind, type CheckableKind } from '../activities/activity';
import { addDays, monthBoundsOf } from '../calendar/calendar';
import type { Occasion, Origin, Outcome } from '../banquets/banquet';
import type { DissuasionOutcome } from '../banquets/dissuasion';
import type { BirthDate, Diet, Mobility, PhotoConsent, Sex } from '../birthdays/elder';
import type { LedgerColumn } from './ledger';
import type { CellFault, RowFault, RowValues } from './ledger-row';

/** Either what a row says, all of it, or what is wrong with it. */
export type Decided<F> = { facts: F } | { faults: CellFault[] };

interface Day {
	/** The town's day. */
	today: string;
	/** How many days ahead a banquet may be planned. */
	farthestDays: number;
}

/** Collects what is wrong, so that a row says all of it at once. */
function collect() {
	const faults: CellFault[] = [];
	const refuse = (column: LedgerColumn, fault: RowFault) => void faults.push({ column, fault });
	return { faults, refuse, decide: <F>(facts: F): Decided<F> => (faults.length > 0 ? { faults } : { facts }) };
}

export interface BanquetRow {
	origin: Origin;
	occasion: Occasion;
	host: string;
	phone: string | null;
	declaredOn: string;
	plannedOn: string;
	meals: number;
	tablesPlanned: number;
	pricePerTable: number | null;
	venue: string;
	caterer: string;
	hygiene: boolean;
	outcome: { outcome: Outcome; endedOn: string; tablesHeld: number } | null;
}

/**
 * What a row of the banquets' ledger says. A ledger as it arrives leaves out much: it was filed by the household unless it says otherwise, on the
 * banquet's own day (or today, if that is still to come), for one meal; it took place on the day it was planned for; tables held and none
 * planned were planned. What came of it is never guessed without either an outcome or tables held.
 */
export function decideBanquetRow(values: RowValues, { today, farthestDays }: Day): Decided<BanquetRow> {
	const { faults, refuse, decide } = collect();
	const own = values as Partial<Record<LedgerColumn, string>> &
		Partial<Record<'tablesHeld' | 'tablesPlanned' | 'meals' | 'pricePerTable', number>>;
	for (const column of ['occasion', 'host', 'plannedOn'] as const) if (!own[column]) refuse(column, 'missing');
	if (faults.length > 0) return { faults };
	const plannedOn = own.plannedOn!;
	const declaredOn = own.declaredOn ?? (plannedOn < today ? plannedOn : today);
	if (declaredOn > today) refuse('declaredOn', 'date-in-future');
	if (plannedOn > addDays(today, farthestDays)) refuse('plannedOn', 'planned-too-far');
	const tablesHeld = values.tablesHeld as number | undefined;
	const tablesPlanned = (values.tablesPlanned as number | undefined) ?? (tablesHeld || undefined);
	if (!tablesPlanned) refuse('tablesPlanned', 'tables-missing');
	const planned = tablesPlanned ?? 1;
	const outcome = (own.outcome as Outcome | undefined) ?? outcomeBy(tablesHeld, planned);
	const held = heldBy(outcome, tablesHeld, planned);
	if (outcome === 'reduced' && held === null) refuse('tablesHeld', 'missing');
	if (outcome === 'reduced' && held !== null && held >= planned) refuse('tablesHeld', 'tables-not-reduced');
	if (outcome === 'reduced' && held === 0) refuse('tablesHeld', 'number-out-of-range');
	const endedOn = own.endedOn ?? (outcome === 'cancelled' && plannedOn > today ? today : plannedOn);
	if (outcome !== null && endedOn > today) refuse(own.endedOn ? 'endedOn' : 'plannedOn', 'date-in-future');
	if (outcome === null && own.endedOn) refuse('outcome', 'missing');
	return decide({
		origin: (own.origin as Origin | undefined) ?? 'declared',
		occasion: own.occasion as Occasion,
		host: own.host!,
		phone: own.phone ?? null,
		declaredOn,
		plannedOn,
		tablesPlanned: planned,
		meals: (values.meals as number | undefined) ?? 1,
		pricePerTable: (values.pricePerTable as number | undefined) ?? null,
		venue: own.venue ?? '',
		caterer: own.caterer ?? '',
		hygiene: own.hygiene === 'yes',
		outcome: outcome === null ? null : { outcome, endedOn, tablesHeld: held ?? 0 }
	});
}

function outcomeBy(tablesHeld: number | undefined, planned: number): Outcome | null {
	if (!tablesHeld) return null;
	return tablesHeld < planned ? 'reduced' : 'held';
}

function heldBy(outcome: Outcome | null, tablesHeld: number | undefined, planned: number): number | null {
	if (outcome === 'cancelled') return 0;
	if (outcome === 'held') return tablesHeld || planned;
	return tablesHeld ?? (outcome === 'family-meal' ? 0 : null);
}

export interface DissuasionRow {
	host: string;
	phone: string | null;
	/** Null: the ledger names none; the banquet on record says it. */
	occasion: Occasion | null;
	plannedOn: string | null;
	tablesPlanned: number | null;
	wentOn: string;
	visits: number;
	outcome: DissuasionOutcome;
	note: string;
}

/** What a row of the dissuasions' ledger says; which banquet it is about is found by host, village and day. One visit unless it says more. */
export function decideDissuasionRow(values: RowValues, { today, farthestDays }: Day): Decided<DissuasionRow> {
	const { refuse, decide } = collect();
	const own = values as Partial<Record<LedgerColumn, string>>;
	for (const column of ['host', 'wentOn', 'dissuasion'] as const) if (!own[column]) refuse(column, 'missing');
	if (own.wentOn && own.wentOn > today) refuse('wentOn', 'date-in-future');
	if (own.plannedOn && own.plannedOn > addDays(today, farthestDays)) refuse('plannedOn', 'planned-too-far');
	if (own.plannedOn && own.wentOn && own.wentOn > own.plannedOn) refuse('wentOn', 'went-after-banquet');
	return decide({
		host: own.host!,
		phone: own.phone ?? null,
		occasion: (own.occasion as Occasion | undefined) ?? null,
		plannedOn: own.plannedOn ?? null,
		tablesPlanned: (values.tablesPlanned as number | undefined) ?? null,
		wentOn: own.wentOn!,
		visits: (values.visits as number | undefined) ?? 1,
		note: own.note ?? '',
		outcome: own.dissuasion as DissuasionOutcome
	});
}

export interface ActivityRow {
	kind: ActivityKind;
	doneOn: string;
	subject: string;
	place: string;
	audience: string;
	quantity: number;
	result: string;
	responsible: string;
	evidence: string;
	note: string;
	zeroKind: CheckableKind | null;
	zeroMonth: string | null;
}

/** What a row of the work ledger says. One of it unless it says more, but of slogans and boards, whose number is what counts, it has to. */
export function decideActivityRow(values: RowValues, { today }: Day): Decided<ActivityRow> {
	const { refuse, decide } = collect();
	const own = values as Partial<Record<LedgerColumn, string>>;
	const kind = own.kind as ActivityKind | undefined;
	const isZero = kind === 'checked-zero';
	for (const column of isZero ? (['responsible'] as const) : (['kind', 'on', 'subject', 'responsible'] as const))
		if (!own[column]) refuse(column, 'missing');
	const doneOn = own.on ?? today;
	if (doneOn > today) refuse('on', 'date-in-future');
	const quantity = values.quantity as number | undefined;
	const mustCount = kind !== undefined && activityMeasures[kind].counts === 'quantity';
	if (!isZero && mustCount && quantity === undefined) refuse('quantity', 'missing');
	if (!isZero && quantity === 0) refuse('quantity', 'number-out-of-range');
	if (isZero && !own.zeroMonth) refuse('zeroMonth', 'zero-incomplete');
	if (isZero && own.zeroMonth && today < monthBoundsOf(own.zeroMonth).toOn) refuse('zeroMonth', 'month-not-over');
	return decide({
		kind: kind!,
		doneOn,
		subject: isZero ? '' : own.subject!,
		place: own.place ?? '',
		audience: own.audience ?? '',
		quantity: isZero ? 0 : (quantity ?? 1),
		result: own.result ?? '',
		responsible: own.responsible!,
		evidence: own.evidence ?? '',
		note: own.note ?? '',
		zeroKind: isZero ? ((own.zeroKind as CheckableKind | undefined) ?? 'complaint') : null,
		zeroMonth: isZero ? own.zeroMonth! : null
	});
}

export interface ElderRowFacts {
	name: string;
	birth: BirthDate;
	sex: Sex;
	phone: string | null;
	relativePhone: string | null;
	mobility: Mobility;
	needsTransport: boolean;
	pickUpPoint: string;
	diet: Diet;
	companions: number;
	photoConsent: PhotoConsent;
}

/** What a row of the elders' roll says: who is not said to need anything walks, eats anything, comes alone, and was not asked about pictures. */
export function decideElderRow(values: RowValues): Decided<ElderRowFacts> {
	const { refuse, decide } = collect();
	const own = values as Partial<Record<LedgerColumn, string>>;
	for (const column of ['name', 'sex', 'birth'] as const) if (!own[column]) refuse(column, 'missing');
	return decide({
		name: own.name!,
		sex: own.sex as Sex,
		birth: values.birth as BirthDate,
		phone: own.phone ?? null,
		relativePhone: own.relativePhone ?? null,
		mobility: (own.mobility as Mobility | undefined) ?? 'walks',
		needsTransport: own.transport === 'yes',
		pickUpPoint: own.pickUpPoint ?? '',
		diet: (own.diet as Diet | undefined) ?? 'any',
		companions: (values.companions as number | undefined) ?? 0,
		photoConsent: (own.photo as PhotoConsent | undefined) ?? 'unasked'
	});
}

/** What a row of the households' ledger says. */
export function decideHouseholdsRow(
	values: RowValues,
	{ today }: Day
): Decided<{ fromOn: string; households: number }> {
	const { refuse, decide } = collect();
	const fromOn = values.fromOn as string | undefined;
	const households = values.households as number | undefined;
	if (!fromOn) refuse('fromOn', 'missing');
	if (fromOn && fromOn > today) refuse('fromOn', 'date-in-future');
	if (households === undefined) refuse('households', 'missing');
	return decide({ fromOn: fromOn!, households: households! });
}

export interface SignupRow {
	event: string;
	slotStart: { on: string; time: string };
	name: string;
	phone: string | null;
	people: number;
	names: string[];
	acceptsSome: boolean;
	helper: { name: string; phone: string | null } | null;
	email: string | null;
	language: 'zh-CN' | 'en';
}

/** What a row of a list of sign-ups says: as many people as it names, one if it says nothing. */
export function decideSignupRow(values: RowValues): Decided<SignupRow> {
	const { refuse, decide } = collect();
	const own = values as Partial<Record<LedgerColumn, string>>;
	for (const column of ['event', 'slotStart', 'name'] as const) if (!values[column]) refuse(column, 'missing');
	const names = (values.withNames as string[] | undefined) ?? [];
	const people = (values.people as number | undefined) ?? names.length + 1;
	if (names.length >= people || people > 6) refuse('people', 'more-names-than-people');
	return decide({
		event: own.event!,
		slotStart: values.slotStart as SignupRow['slotStart'],
		name: own.name!,
		phone: own.phone ?? null,
		people,
		names,
		acceptsSome: own.acceptsSome === 'yes',
		email: own.email ?? null,
		helper: own.helper ? { name: own.helper, phone: own.helperPhone ?? null } : null,
		language: own.language === 'en' ? 'en' : 'zh-CN'
	});
}
