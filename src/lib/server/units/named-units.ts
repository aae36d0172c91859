/** A unit as pages name it. */
export interface NamedUnit {
	id: string;
	name: string;
	nameEn: string | null;
}

/** Of units what a page needs to name them. */
export const namedUnits = (units: readonly NamedUnit[]): NamedUnit[] =>
	units.map(({ id, name, nameEn }) => ({ id, name, nameEn }));
