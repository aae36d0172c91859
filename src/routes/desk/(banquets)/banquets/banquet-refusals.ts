const fields: Record<string, string | undefined> = {
	'not-your-unit': 'unitId',
	'unit-not-a-village': 'unitId',
	'household-already-recorded': 'hostName',
	'date-in-future': 'declaredOn',
	'planned-too-far': 'plannedOn',
	'unit-not-there': 'plannedOn'
};

/**
 * Which field of the banquet form a refusal is about; the others are shown above the form. A double is one by its telephone, or where there is none
 * by its host's name.
 */
export const fieldOfRefusal = (refusal: string, { hostPhone }: { hostPhone: string | null }): string | undefined =>
	refusal === 'banquet-already-recorded' ? (hostPhone === null ? 'hostName' : 'hostPhone') : fields[refusal];
