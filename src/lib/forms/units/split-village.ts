// The form that splits a village: at most four new ones, and a choice among them for each of its groups and grids.
import * as v from 'valibot';
import { date, id, optionalPublicText, publicText } from '../fields';

/** The numbers of the new villages on the form. */
export const nths = [1, 2, 3, 4] as const;
type Nth = (typeof nths)[number];

const choice = v.pipe(
	v.string('village-choice-missing'),
	v.regex(/^[1-4]$/, 'village-choice-missing'),
	v.transform((nth) => Number(nth) as Nth)
);
const name = publicText('unit-name-missing', 40);

const village = {
	...{ id, onDate: date, rest: choice },
	...{ name1: name, name2: name, name3: optionalPublicText(40), name4: optionalPublicText(40) },
	...{
		nameEn1: optionalPublicText(60),
		nameEn2: optionalPublicText(60),
		nameEn3: optionalPublicText(60),
		nameEn4: optionalPublicText(60)
	}
};

/** The field with the choice for a group or grid. */
export const partField = (partId: string) => `part-${partId}` as const;

/** `partIds`: the open groups and grids of the village. */
export const splitVillageForm = (partIds: readonly string[]) => v.object({ ...village, ...choicesOf(partIds) });

const choicesOf = (partIds: readonly string[]): Record<`part-${string}`, typeof choice> =>
	Object.fromEntries(partIds.map((partId) => [partField(partId), choice]));

type Sent = v.InferOutput<ReturnType<typeof splitVillageForm>>;

/** What was chosen of each group and grid, by its id. */
const partsOf = (sent: Sent) =>
	Object.entries(sent).flatMap(([field, nth]) => (field.startsWith('part-') ? [{ id: field.slice(5), nth }] : []));

const namedIn = (sent: Sent) => nths.filter((nth) => sent[`name${nth}`] !== '');

/** The number of a new village that was chosen, but has no name; null where there is none. */
export function unnamedIn(sent: Sent): number | null {
	const [named, chosen] = [namedIn(sent), [sent.rest, ...partsOf(sent).map(({ nth }) => nth as Nth)]];
	return chosen.find((nth) => !named.includes(nth)) ?? null;
}

/** The new villages that were named, each with the groups and grids that go over to it, and which of them takes over the rest. */
export function readSplit(sent: Sent) {
	const [named, parts] = [namedIn(sent), partsOf(sent)];
	return {
		rest: named.indexOf(sent.rest),
		into: named.map((nth) => ({
			name: sent[`name${nth}`],
			nameEn: sent[`nameEn${nth}`],
			partIds: parts.filter((part) => part.nth === nth).map(({ id }) => id)
		}))
	};
}
