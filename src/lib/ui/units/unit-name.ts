import { m } from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/paraglide/runtime.js';
import { inLanguage } from '../elements/in-language';

interface Named {
	name: string;
	nameEn: string | null;
}

/** A unit's name in a language, as far as it has one. */
export const unitNameIn = ({ name, nameEn }: Named, locale?: Locale): string => inLanguage(name, nameEn, locale);

/** A unit's name in the reader's language; with today's beside it where that is another (`nowNamed`). */
export function unitName({ nowNamed, ...then }: Named & { nowNamed?: Named }): string {
	const [name, now] = [unitNameIn(then), nowNamed && unitNameIn(nowNamed)];
	return now === undefined || now === name ? name : m.units_now_named({ name, now });
}

/** The options of a field that asks for a unit. */
export const unitOptions = (units: readonly { id: string; name: string; nameEn: string | null }[]) =>
	units.map((unit) => ({ value: unit.id, label: unitName(unit) }));
