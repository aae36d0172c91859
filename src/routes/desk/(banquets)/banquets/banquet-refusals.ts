/** Which field of the banquet form a refusal is about; the others are shown above the form. */
export const fieldOfRefusal: Record<string, string | undefined> = {
	'not-your-unit': 'unitId',
	'unit-not-a-village': 'unitId',
	'date-in-future': 'declaredOn',
	'planned-too-far': 'plannedOn',
	'unit-not-there': 'plannedOn'
};
