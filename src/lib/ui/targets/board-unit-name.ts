import { m } from '$lib/paraglide/messages.js';
import { longDate } from '../calendar/long-date';
import { unitName } from '../units/unit-name';

/** A unit's name on a board of targets, with the last day (YYYY-MM-DD) of one that has ended: another of the same name may have begun since. */
export const boardUnitName = (unit: { name: string; nameEn: string | null; validToOn: string | null }): string =>
	unit.validToOn === null
		? unitName(unit)
		: m.targets_ended_unit({ name: unitName(unit), on: longDate(unit.validToOn) });
