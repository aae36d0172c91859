import { m } from '$lib/paraglide/messages.js';
import { longDate } from '../calendar/long-date';
import { unitName } from '../units/unit-name';

export type Value = string | number | null;

/** An act as `server/record-life` reads it. */
export interface WordedAct {
	id: string;
	at: number;
	verb: string;
	/** Why; null where no reason was asked. */
	reason: string | null;
	by: { kind: 'visitor' | 'system' } | { kind: 'account'; name: string; unit: { name: string; nameEn: string | null } };
	detail: Record<string, Value>;
	changes: { field: string; before?: Value; after?: Value }[];
}

/** A plain value in words: a day (YYYY-MM-DD) as people write it. */
export const plainText = (value: Value | undefined): string => {
	const text = String(value);
	return /^\d{4}-\d\d-\d\d$/.test(text) ? longDate(text) : text;
};

/** Who did it: a member of staff by name and unit, or the household. */
export function actorText({ by }: WordedAct): string {
	if (by.kind === 'account') return m.banquets_act_by({ name: by.name, unit: unitName(by.unit) });
	return by.kind === 'system' ? m.banquets_act_by_system() : m.banquets_act_by_household();
}

/** What a correction changed, field by field; for personal values the old one, as far as it was kept. */
export function changesText(
	changes: WordedAct['changes'],
	fieldWords: Record<string, () => string>,
	valueText: (field: string, value: Value) => string = (_, value) => plainText(value)
): string {
	const text = (field: string, value: Value) => (value === null || value === '' ? '—' : valueText(field, value));
	return changes
		.map(({ field, before, after }) => {
			const label = fieldWords[field]?.() ?? field;
			if (field === 'unitId') return label;
			if (before === undefined) return m.banquets_change_hidden({ field: label });
			if (after === undefined) return m.banquets_change_former({ field: label, before: text(field, before) });
			return m.banquets_change({ field: label, before: text(field, before), after: text(field, after) });
		})
		.join(m.banquets_change_join());
}
