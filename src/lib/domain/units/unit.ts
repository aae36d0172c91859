export const unitKinds = ['district', 'town', 'village', 'community', 'group', 'grid'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** 专职网格员, 兼职网格员, and the helpers of the "N 力量". */
export const gridRoles = ['full-time', 'part-time', 'helper'] as const;
export type GridRole = (typeof gridRoles)[number];

/**
 * Which kinds may be directly above a kind. A district or a town may also be the root of an installation. A grid may
 * span villages, so it may belong to the town itself.
 */
export const parentKinds = {
	district: [],
	town: ['district'],
	village: ['town'],
	community: ['town'],
	group: ['village', 'community'],
	grid: ['town', 'village', 'community']
} as const satisfies Record<UnitKind, readonly UnitKind[]>;

/** Whether a unit of `kind` may be directly below a unit of `parent`; null: below nothing. */
export function canStandBelow(kind: UnitKind, parent: UnitKind | null): boolean {
	if (parent === null) return kind === 'district' || kind === 'town';
	return (parentKinds[kind] as readonly UnitKind[]).includes(parent);
}

/** The level that sets a year's targets and asks work of the units below it. */
const townKinds: readonly UnitKind[] = ['district', 'town'];

/** 村 and 社区: the level that breakdowns, pledges and sign-ups name. */
/** The highest number by which units are put in order; those of one number stand by their names. */
export const lastPosition = 9999;

export const villageKinds: readonly UnitKind[] = ['village', 'community'];

/** The units with an office: they have accounts, hold events, and take targets and tasks. */
export const officeKinds: readonly UnitKind[] = [...townKinds, ...villageKinds];

/** Where a household lives, as far as is known: a village, or a group of it. Banquets and elders are of such a unit. */
export const homeKinds: readonly UnitKind[] = [...villageKinds, 'group'];

export const isTownLevel = (kind: UnitKind) => townKinds.includes(kind);

export const isVillageLevel = (kind: UnitKind) => villageKinds.includes(kind);

export const hasOffice = (kind: UnitKind) => officeKinds.includes(kind);

export const isHomeLevel = (kind: UnitKind) => homeKinds.includes(kind);

/**
 * Whether a text is a 12-digit statistical code (统计用区划代码: county 6, township 3, village 3).
 * Codes change every year, so a code is an attribute of a unit and never its key; no local prefix is asked for.
 */
export function isStatisticalCode(text: string): boolean {
	return /^[1-9]\d{11}$/.test(text);
}
