import { yearOf } from '$lib/domain/calendar/calendar';
import { m } from '$lib/paraglide/messages.js';
import { longDate } from '../calendar/long-date';
import { shortDayWords } from '../calendar/when';
import { unitName } from '../units/unit-name';

type Named = { name: string; nameEn: string | null; validToOn: string | null };

/** A unit's name on the board of a year (0: of any), with the last day of one that has ended: another of the same name may have begun since. */
export function boardUnitName(unit: Named, year: number): string {
	const { validToOn: last } = unit;
	if (last === null) return unitName(unit);
	const on = yearOf(last) === year ? shortDayWords(last) : longDate(last);
	return m.targets_ended_unit({ name: unitName(unit), on });
}
