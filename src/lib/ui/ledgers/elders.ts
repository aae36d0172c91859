import type { BirthDate } from '$lib/domain/birthdays/elder';
import { m } from '$lib/paraglide/messages.js';
import { calendarWords, dietWords, mobilityWords, photoWords, sexWords } from '../birthdays/elder-words';
import { shared, yesOrNo } from './column-words';
import type { WordsOfLedger } from './words-of-ledger';

export const elders: WordsOfLedger<'elders'> = {
	name: m.imports_ledger_elders,
	about: m.exports_about_elders,
	defaults: m.imports_land_defaults_elders,
	href: '/desk/elders',
	recordHref: '/desk/elders/',
	columns: {
		village: shared.village,
		group: shared.group,
		name: shared.name,
		sex: { heading: m.imports_column_sex, choices: sexWords },
		birth: { heading: m.imports_column_birth, write: (value) => writeBirth(JSON.parse(value) as BirthDate) },
		calendar: { heading: m.imports_column_calendar, choices: calendarWords },
		phone: shared.phone,
		relativePhone: { heading: m.imports_column_relative_phone },
		mobility: { heading: m.imports_column_mobility, choices: mobilityWords },
		transport: { heading: m.imports_column_transport, choices: yesOrNo },
		pickUpPoint: { heading: m.imports_column_pick_up_point },
		diet: { heading: m.imports_column_diet, choices: dietWords },
		companions: { heading: m.imports_column_companions },
		photo: { heading: m.imports_column_photo, choices: photoWords }
	}
};

/** A day as files have it, so that it is read back as it was: 1948-05-01, or 1948年闰4月5日 of the lunar calendar. */
function writeBirth(birth: BirthDate): string {
	if (birth.calendar === 'solar') return birth.on;
	const { year, month, day, isLeap } = birth;
	return isLeap ? m.exports_lunar_leap({ year, month, day }) : m.exports_lunar({ year, month, day });
}
