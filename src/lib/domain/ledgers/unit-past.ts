import type { UnitKind } from '../units/unit';

/** What changed of a unit: of one without it, the name and the ground are the same on every day. */
export interface UnitPast {
	/** Its names, each from its day on, the first one also before; none: it was never renamed. */
	names: readonly { fromOn: string; name: string; nameEn: string | null }[];
	/** The day on which it took the place of others; null: it did not. */
	firstOn: string | null;
	/** Its last day; null: it is open. */
	lastOn: string | null;
	/** The units whose place it took, and those that took its own. */
	from: readonly string[];
	into: readonly string[];
}

export interface NamedUnit {
	id: string;
	parentId: string | null;
	kind: UnitKind;
	name: string;
	nameEn: string | null;
	past?: UnitPast;
}

/** A day after all others: what is there then is there today. */
export const lastDay = '9999-12-31';

/** Whether a unit is there on a day. */
export const isThereOn = ({ past }: NamedUnit, on: string): boolean =>
	(past?.firstOn ?? '') <= on && on <= (past?.lastOn ?? lastDay);

/** The name that a unit has on a day. */
export const nameOn = ({ name, past }: NamedUnit, on: string): string =>
	(past?.names.findLast(({ fromOn }) => fromOn <= on) ?? past?.names[0])?.name ?? name;
