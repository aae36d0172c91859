import type { AddedWork } from '$lib/domain/activities/added-work';
import type { ExportList } from '$lib/domain/ledgers/export';
import { m } from '$lib/paraglide/messages.js';
import { unitName } from '../units/unit-name';

type Unit = { name: string; nameEn: string | null; validToOn: string | null };

/** What a cell of a file that goes out may need to know: its list, the units by their ids, and what the town added to the kinds of work. */
export interface Outgoing {
	list: ExportList;
	units: ReadonlyMap<string, Unit>;
	added: AddedWork;
}

/** How a column is worded. */
export interface ColumnWords {
	/** Its heading in files that go out and, among others, in files that come in. */
	heading(): string;
	/** The words of its closed list. They are read back as what they mean, and are what a cell may be mended to. */
	choices?: Readonly<Record<string, (() => string) | undefined>>;
	/** The same of what the town added to that list, by its id. */
	addedChoices?(added: AddedWork): Readonly<Record<string, () => string>>;
	/** Values of the list that are understood and not offered: the ledger does not take them. */
	unoffered?: readonly string[];
	/** A text as it goes out, where that is neither the text itself nor a word of the list. */
	write?(value: string, outgoing: Outgoing): string;
}

/** The words of a column's closed list, with what the town added to it; null for a column that has none. */
export function choicesOf(
	words: ColumnWords,
	added: AddedWork
): Readonly<Record<string, (() => string) | undefined>> | null {
	return words.choices ? { ...words.choices, ...words.addedChoices?.(added) } : null;
}

/** A unit by its id, or as the audit trail says it. */
export function writeUnit(value: string, { units }: Outgoing): string {
	if (value.startsWith('{')) return unitName(JSON.parse(value) as Omit<Unit, 'validToOn'>);
	const unit = units.get(value);
	return unit ? unitName(unit) : '';
}

/** Of a column that says yes or no. */
export const yesOrNo = { yes: m.imports_yes, no: m.imports_no };

/** Columns of several ledgers. */
export const shared = {
	village: { heading: m.imports_column_village, write: writeUnit },
	group: { heading: m.imports_column_group, write: writeUnit },
	name: { heading: m.imports_column_name },
	phone: { heading: m.imports_column_phone },
	note: { heading: m.imports_column_note }
} satisfies Record<string, ColumnWords>;
