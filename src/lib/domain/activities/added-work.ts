// What an administrator adds to the work that the software knows, without code.
import type { Period } from '../calendar/reporting-period';
import { foldText } from '../folded-text';
import {
	activityKinds,
	activityMeasures,
	checkableKinds,
	findCheckable,
	measures,
	type ActivityKind,
	type CheckableKind,
	type Counting,
	type Measure
} from './activity';
import { campaigns, type Campaign } from './campaign';

/** The ids that the database gives, in the order in which they were added. */
export type AddedKindId = `added-${number}`;
export type AddedCampaignId = `campaign-${number}`;

/** A kind of the work ledger of a town, and a campaign. */
export type WorkKind = ActivityKind | AddedKindId;
export type CampaignId = Campaign | AddedCampaignId;

/** A campaign that a town added. */
export interface AddedCampaign {
	id: AddedCampaignId;
	name: string;
	nameEn: string | null;
}

/** A kind of work that a town added. Its figure has the same id. */
export interface AddedKind {
	id: AddedKindId;
	campaign: CampaignId;
	name: string;
	nameEn: string | null;
	/** What exactly is counted (统计口径). */
	definition: string;
	definitionEn: string | null;
	measure: Measure;
	counts: Counting;
	/** By which words it comes in from ledgers, beside its name. */
	words: readonly string[];
	/** What the yearly review says before its number. */
	lead: string;
	/** Whether the review prints 12 as 10余. */
	isRounded: boolean;
	/** The day from which it is kept, and that from which it no longer is. YYYY-MM-DD. */
	fromOn: string;
	closedFromOn: string | null;
}

export interface AddedWork {
	campaigns: readonly AddedCampaign[];
	kinds: readonly AddedKind[];
}

export const nothingAdded: AddedWork = { campaigns: [], kinds: [] };

/** A ledger that units report month by month: one that the software knows, or a kind that the town added. */
export type ReportedLedger = CheckableKind | AddedKindId;

export const isAddedKind = (kind: string): kind is AddedKindId => kind.startsWith('added-');

/** The ledger that is reported month by month of this name (of work: its kind), or null where it is none. */
export const findReported = (name: string): ReportedLedger | null => (isAddedKind(name) ? name : findCheckable(name));

/** The ledgers that units of a town report month by month, those of the software first. */
export const reportedLedgers = ({ kinds }: Pick<AddedWork, 'kinds'>): ReportedLedger[] => [
	...checkableKinds,
	...kinds.map(({ id }) => id)
];

/** What an added kind may be measured in. A case (起) is a person's: a count of 1 would say too much. */
export const addedMeasures: readonly Measure[] = measures.filter((measure) => measure !== 'cases');

/** The added kind of this id, or null where it is none. */
export const findAddedKind = ({ kinds }: Pick<AddedWork, 'kinds'>, id: string): AddedKind | null =>
	kinds.find((kind) => kind.id === id) ?? null;

/** Whether a kind is kept on a day (YYYY-MM-DD). */
export const isKeptOn = (kind: Pick<AddedKind, 'fromOn' | 'closedFromOn'>, on: string): boolean =>
	isKeptIn(kind, { fromOn: on, toOn: on });

/** Whether a kind is kept on a day of a period. */
export const isKeptIn = (
	{ fromOn, closedFromOn }: Pick<AddedKind, 'fromOn' | 'closedFromOn'>,
	period: Period
): boolean => fromOn <= period.toOn && (closedFromOn === null || closedFromOn > period.fromOn);

/** How a kind is measured and counted. */
export function measureOf(kind: WorkKind, added: AddedWork): { measure: Measure; counts: Counting } {
	const builtIn = isAddedKind(kind) ? 'other' : kind;
	return findAddedKind(added, kind) ?? activityMeasures[builtIn];
}

/** All kinds of a town, those of the software first. */
export const workKinds = ({ kinds }: Pick<AddedWork, 'kinds'>): WorkKind[] => [
	...activityKinds,
	...kinds.map(({ id }) => id)
];

/** What may be entered: a checked zero has a form of its own. */
export const recordedKinds = (added: Pick<AddedWork, 'kinds'>): Exclude<WorkKind, 'checked-zero'>[] =>
	workKinds(added).filter((kind) => kind !== 'checked-zero');

/** A name without what is a matter of taste, quotes, spaces and capitals: two kinds of one key would be called alike. */
export const nameKeyOf = (name: string): string =>
	foldText(name)
		.toLowerCase()
		.replace(/[\s"“”'‘’「」《》]/gu, '');

/** All campaigns of a town, those of the software first. */
export const campaignIds = (added: Pick<AddedWork, 'campaigns'>): CampaignId[] => [
	...campaigns,
	...added.campaigns.map(({ id }) => id)
];
