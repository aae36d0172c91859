import { getLocale } from '$lib/paraglide/runtime.js';

/** A unit's name in the reader's language, as far as it has one. */
export function unitName({ name, nameEn }: { name: string; nameEn: string | null }): string {
	return getLocale() === 'en' ? (nameEn ?? name) : name;
}

/** The options of a field that asks for a unit. */
export const unitOptions = (units: readonly { id: string; name: string; nameEn: string | null }[]) =>
	units.map((unit) => ({ value: unit.id, label: unitName(unit) }));
