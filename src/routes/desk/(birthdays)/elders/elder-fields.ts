import type { BirthDate } from '$lib/domain/birthdays/elder';

/** Which field of the form a refusal is about; the others are shown above the form. */
export const fieldOfRefusal = (refusal: string, typed: { birth: BirthDate }): string | undefined => {
	if (refusal === 'correction-reason-missing') return 'reason';
	if (refusal === 'birth-wrong') return birthField(typed.birth);
	if (refusal === 'elder-already-on-roll') return 'name';
	return refusal === 'unit-not-a-village' ? 'unitId' : undefined;
};

/** The year of birth is asked about, on the field of its calendar. */
export const askBirth = ({ birth }: { birth: BirthDate }) =>
	({ code: 'birth-late', field: birthField(birth), birth }) as const;

const birthField = ({ calendar }: BirthDate) => (calendar === 'lunar' ? 'lunarYear' : 'solarOn');

/** A birth date as the form's fields. */
export function birthFields(birth: BirthDate | null): Record<string, string> {
	if (birth === null) return {};
	if (birth.calendar === 'solar') return { calendar: 'solar', solarOn: birth.on };
	const { year, month, day, isLeap } = birth;
	return {
		calendar: 'lunar',
		lunarYear: String(year),
		lunarMonth: String(month),
		lunarDay: String(day),
		isLeap: isLeap ? 'yes' : ''
	};
}
