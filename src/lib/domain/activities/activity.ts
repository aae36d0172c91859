import { caseKinds } from '../cases/case';

/** Kinds of entry in the work ledger (工作台账) that the software knows, in the order of the menu. A town adds its own (added-work.ts). */
export const activityKinds = [
	'deployment-meeting',
	'villagers-meeting',
	'village-rule-study',
	'appeal-broadcast',
	'slogan',
	'caterer-inspection',
	'media-report',
	'complaint',
	'checked-zero',
	'health-service',
	'disability-check-up',
	'martyr-tribute',
	'defence-education',
	'defence-film',
	'defence-board',
	'waste-sorting',
	'warning',
	'other'
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** 场次, 幅, 处, 次, 起, 块, 张, 份, 个, 项: acts and objects, never households or persons. */
export const measures = [
	...(['sessions', 'pieces', 'places', 'times', 'cases'] as const),
	...(['boards', 'sheets', 'copies', 'objects', 'items'] as const)
] as const;
export type Measure = (typeof measures)[number];

/** What a total of a kind adds up: one a record, or the quantities written in the records. */
export type Counting = 'records' | 'quantity';

/** How each kind is measured and counted (figures-2024.md): displays sum their quantities, all else counts records. */
export const activityMeasures: Record<ActivityKind, { measure: Measure; counts: Counting }> = {
	'deployment-meeting': { measure: 'sessions', counts: 'records' },
	'villagers-meeting': { measure: 'sessions', counts: 'records' },
	'village-rule-study': { measure: 'sessions', counts: 'records' },
	'appeal-broadcast': { measure: 'times', counts: 'records' },
	slogan: { measure: 'pieces', counts: 'quantity' },
	'caterer-inspection': { measure: 'sessions', counts: 'records' },
	'media-report': { measure: 'times', counts: 'records' },
	complaint: { measure: 'cases', counts: 'records' },
	'checked-zero': { measure: 'times', counts: 'records' },
	'health-service': { measure: 'times', counts: 'records' },
	'disability-check-up': { measure: 'times', counts: 'records' },
	'martyr-tribute': { measure: 'sessions', counts: 'records' },
	'defence-education': { measure: 'sessions', counts: 'records' },
	'defence-film': { measure: 'sessions', counts: 'records' },
	'defence-board': { measure: 'places', counts: 'quantity' },
	'waste-sorting': { measure: 'times', counts: 'records' },
	warning: { measure: 'times', counts: 'records' },
	other: { measure: 'times', counts: 'records' }
};

/** The menu of the ledger: every kind is in exactly one group. */
export const activityKindsByGroup = {
	meetings: ['deployment-meeting', 'villagers-meeting', 'village-rule-study'],
	broadcasts: ['appeal-broadcast'],
	displays: ['slogan', 'defence-board'],
	inspections: ['caterer-inspection'],
	media: ['media-report'],
	zero: ['complaint', 'checked-zero'],
	services: ['health-service', 'disability-check-up'],
	education: ['martyr-tribute', 'defence-education', 'defence-film', 'waste-sorting', 'warning'],
	other: ['other']
} as const satisfies Record<string, readonly ActivityKind[]>;
export type ActivityGroup = keyof typeof activityKindsByGroup;
export const activityGroups = Object.keys(activityKindsByGroup) as ActivityGroup[];

/**
 * What villages keep month by month, and may say that a month was looked through and had none of ("零"报告): banquets held, banquets
 * dissuaded, the kinds of the work ledger that are a village's own, and cases.
 */
export const checkableKinds = [
	'banquet',
	'dissuasion',
	'villagers-meeting',
	'village-rule-study',
	'appeal-broadcast',
	'health-service',
	'defence-film',
	'waste-sorting',
	'complaint',
	...caseKinds
] as const;
export type CheckableKind = (typeof checkableKinds)[number];

/** The ledger that is reported month by month of this name (of work: its kind), or null where it is none. */
export const findCheckable = (name: string): CheckableKind | null =>
	checkableKinds.find((known) => known === name) ?? null;

/** Kinds of which a single entry says something of a person: the public reads of them only what a whole year comes to. */
export const stigmaKinds = ['complaint', 'warning'] as const satisfies readonly ActivityKind[];

export const isOfStigma = (kind: string): boolean => (stigmaKinds as readonly string[]).includes(kind);
