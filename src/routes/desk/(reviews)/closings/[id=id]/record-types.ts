import { m } from '$lib/paraglide/messages.js';

const types: Record<string, { folder: string | null; word: () => string }> = {
	banquet: { folder: '/desk/banquets/', word: m.closings_type_banquet },
	dissuasion: { folder: null, word: m.closings_type_dissuasion },
	activity: { folder: '/desk/activities/', word: m.closings_type_activity },
	case: { folder: '/desk/cases/', word: m.closings_type_case },
	event: { folder: '/desk/events/', word: m.closings_type_event },
	pledge: { folder: '/desk/pledges/', word: m.closings_type_pledge },
	'birthday-list': { folder: '/desk/birthdays/', word: m.closings_type_birthday_list },
	grid: { folder: null, word: m.closings_type_grid },
	'grid-member': { folder: null, word: m.closings_type_grid_member }
};

/** Where a record is, by what a snapshot keeps of it; null where it has no page of its own, or is reached by another's. */
export function recordAddress({ type, recordId }: { type: string; recordId: string }): string | null {
	const folder = types[type]?.folder;
	return folder ? folder + recordId : null;
}

/** What kind of record it is, in words. */
export const recordTypeWords = (type: string): string => types[type]?.word() ?? type;
