import { m } from '$lib/paraglide/messages.js';
import { shared, yesOrNo } from './column-words';
import type { WordsOfLedger } from './words-of-ledger';

export const signups: WordsOfLedger<'signups'> = {
	name: m.imports_ledger_signups,
	about: m.exports_about_signups,
	defaults: m.imports_land_defaults_signups,
	href: '/desk/events',
	recordHref: '/desk/signups/',
	columns: {
		event: { heading: m.imports_column_event },
		slotStart: { heading: m.imports_column_slot_start },
		name: shared.name,
		phone: shared.phone,
		village: shared.village,
		people: { heading: m.imports_column_people },
		withNames: { heading: m.imports_column_with_names },
		acceptsSome: { heading: m.imports_column_accepts_some, choices: yesOrNo },
		helper: { heading: m.imports_column_helper },
		helperPhone: { heading: m.imports_column_helper_phone },
		email: { heading: m.imports_column_email },
		language: {
			heading: m.imports_column_language,
			choices: { 'zh-CN': () => '中文', en: () => 'English' },
			write: (value) => (value === 'en' ? m.exports_language_en() : m.exports_language_zh())
		}
	}
};
