import { activityKinds, type ActivityGroup, type ActivityKind, type Measure } from '$lib/domain/activities/activity';
import {
	findAddedKind,
	isAddedKind,
	isKeptOn,
	measureOf,
	type AddedWork,
	type CampaignId,
	type ReportedLedger,
	type WorkKind
} from '$lib/domain/activities/added-work';
import { campaigns, type Campaign } from '$lib/domain/activities/campaign';
import { isOfCases } from '$lib/domain/figures/ledger';
import { m } from '$lib/paraglide/messages.js';
import { caseKindWords } from '../cases/case-words';
import { monthWords } from '../calendar/month-words';
import { listText } from '../elements/list-text';
import { numberText } from '../elements/number-text';
import { addedName, inBothLanguages } from './added-name';

type Words = (inputs?: Record<string, never>, options?: { locale?: 'zh-CN' | 'en' }) => string;

export const activityKindWords: Record<ActivityKind, Words> = {
	'deployment-meeting': m.activities_kind_deployment_meeting,
	'villagers-meeting': m.activities_kind_villagers_meeting,
	'village-rule-study': m.activities_kind_village_rule_study,
	'appeal-broadcast': m.activities_kind_appeal_broadcast,
	slogan: m.activities_kind_slogan,
	'caterer-inspection': m.activities_kind_caterer_inspection,
	'media-report': m.activities_kind_media_report,
	complaint: m.activities_kind_complaint,
	'checked-zero': m.activities_kind_checked_zero,
	'health-service': m.activities_kind_health_service,
	'disability-check-up': m.activities_kind_disability_check_up,
	'martyr-tribute': m.activities_kind_martyr_tribute,
	'defence-education': m.activities_kind_defence_education,
	'defence-film': m.activities_kind_defence_film,
	'defence-board': m.activities_kind_defence_board,
	'waste-sorting': m.activities_kind_waste_sorting,
	warning: m.activities_kind_warning,
	other: m.activities_kind_other
};

/** What a kind of work is called: one that the town added, as the administrator called it. */
export function kindText(kind: WorkKind, added: AddedWork): string {
	if (!isAddedKind(kind)) return activityKindWords[kind]();
	const found = findAddedKind(added, kind);
	return found ? addedName(found) : kind;
}

/** What the software calls its own kinds, in both languages: an added kind is not called so. */
export const kindLabels = (): string[] => inBothLanguages(activityKinds.map((kind) => activityKindWords[kind]));

const campaignWords: Record<Campaign, Words> = {
	'banquet-reform': m.figures_section_banquet_reform,
	health: m.figures_section_health,
	'defence-clean-up': m.figures_section_defence_clean_up,
	governance: m.figures_section_governance
};

/** What the software calls its own campaigns, in both languages. */
export const campaignLabels = (): string[] => inBothLanguages(campaigns.map((id) => campaignWords[id]));

/** What a campaign is called. */
export function campaignText(id: CampaignId, added: Pick<AddedWork, 'campaigns'>): string {
	const found = added.campaigns.find((campaign) => campaign.id === id);
	return found ? addedName(found) : campaignWords[id as Campaign]();
}

export const activityGroupWords: Record<ActivityGroup, () => string> = {
	meetings: m.activities_group_meetings,
	broadcasts: m.activities_group_broadcasts,
	displays: m.activities_group_displays,
	inspections: m.activities_group_inspections,
	media: m.activities_group_media,
	zero: m.activities_group_zero,
	services: m.activities_group_services,
	education: m.activities_group_education,
	other: m.activities_group_other
};

const measureWords: Record<Measure, (inputs: { count: string }) => string> = {
	sessions: m.activities_measure_sessions,
	pieces: m.activities_measure_pieces,
	places: m.activities_measure_places,
	times: m.activities_measure_times,
	cases: m.activities_measure_cases,
	boards: m.activities_measure_boards,
	sheets: m.activities_measure_sheets,
	copies: m.activities_measure_copies,
	objects: m.activities_measure_objects,
	items: m.activities_measure_items
};

/** A quantity of a kind with its measure word: 21 幅, 3 场次. */
export function quantityText(kind: WorkKind, quantity: number, added: AddedWork): string {
	// A checked zero is none of whatever was looked for.
	if (kind === 'checked-zero') return numberText(quantity);
	return measureWords[measureOf(kind, added).measure]({ count: numberText(quantity) });
}

/** Of some kinds those whose quantities are added up, named: 标语、国防展板. */
const summedNames = (kinds: readonly WorkKind[], added: AddedWork): string =>
	listText(kinds.filter((kind) => measureOf(kind, added).counts === 'quantity').map((kind) => kindText(kind, added)));

/** How the totals of some kinds are made up, each by its own rule. A checked zero adds nothing. */
export function summedText(kinds: readonly WorkKind[], added: AddedWork): string {
	const names = summedNames(kinds, added);
	const parts = [
		names === '' ? m.activities_sums_by_records() : m.activities_sums_by_quantity({ kinds: names }),
		kinds.includes('checked-zero') && m.activities_sums_zeros()
	];
	return parts.filter(Boolean).join(m.activities_sums_joint());
}

/** What is written as the quantity of an entry, by the kinds that a town keeps on a day (YYYY-MM-DD). */
export const quantityHint = (added: AddedWork, on: string): string =>
	m.activities_quantity_hint({
		kinds: summedNames(
			[...activityKinds, ...added.kinds.filter((kind) => isKeptOn(kind, on)).map(({ id }) => id)],
			added
		)
	});

/** What the total of a kind is: the number of its entries, or the sum of their quantities. A checked zero comes to 0, however many there are. */
export function totalText(
	{ kind, records, quantity }: { kind: WorkKind; records: number; quantity: number },
	added: AddedWork
): string {
	if (kind === 'checked-zero') return numberText(0);
	const { measure, counts } = measureOf(kind, added);
	return measureWords[measure]({ count: numberText(counts === 'quantity' ? quantity : records) });
}

/** 事项 of an entry; a checked zero says what was looked for, and in which month. */
export function subjectText(
	{ subject, zeroMonth, zeroKind }: { subject: string; zeroMonth: string | null; zeroKind: ReportedLedger | null },
	added: AddedWork
): string {
	if (zeroMonth === null) return subject;
	return m.coverage_zero_of({ month: monthWords(zeroMonth), ledger: ledgerName(zeroKind!, added) });
}

/** A ledger that is reported month by month. */
export function ledgerName(ledger: ReportedLedger, added: AddedWork): string {
	if (ledger === 'banquet') return m.coverage_ledger_banquet();
	if (ledger === 'dissuasion') return m.coverage_ledger_dissuasion();
	return isOfCases(ledger) ? caseKindWords[ledger]() : kindText(ledger, added);
}
