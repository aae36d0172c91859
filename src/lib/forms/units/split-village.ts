// The form that splits a village: at most four new ones, and a choice among them for each of its groups and grids.
import * as v from 'valibot';
import { date, id, optionalPublicText, publicText } from '../fields';
import { seenRecords } from './seen-records';

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
	...{ id, onDate: date, rest: choice, seen: seenRecords },
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

/** The field with the choice for a kind of record that the village itself has of the day of the split or later. */
export const laterField = (kind: string) => `later-${kind}` as const;

/** `partIds`: the open groups and grids of the village; `kinds`: the kinds of such records. */
export const splitVillageForm = (partIds: readonly string[], kinds: readonly string[]) =>
	v.object({ ...village, ...choicesOf([...partIds.map(partField), ...kinds.map(laterField)]) });

const choicesOf = (fields: readonly ChoiceField[]): Record<ChoiceField, typeof choice> =>
	Object.fromEntries(fields.map((field) => [field, choice]));

type ChoiceField = ReturnType<typeof partField> | ReturnType<typeof laterField>;

type Sent = v.InferOutput<ReturnType<typeof splitVillageForm>>;

/** What was chosen in the fields of such names, by what follows. */
const chosenOf = (sent: Sent, start: 'part-' | 'later-') =>
	Object.entries(sent).flatMap(([field, nth]) =>
		field.startsWith(start) ? [{ id: field.slice(start.length), nth: nth as Nth }] : []
	);

const namedIn = (sent: Sent) => nths.filter((nth) => sent[`name${nth}`] !== '');

/** The number of a new village that was chosen, but has no name; null where there is none. */
export function unnamedIn(sent: Sent): number | null {
	const named = namedIn(sent);
	const chosen = [...chosenOf(sent, 'part-'), ...chosenOf(sent, 'later-')].map(({ nth }) => nth);
	return [sent.rest, ...chosen].find((nth) => !named.includes(nth)) ?? null;
}

/** The number of a new village with the name of one before it. */
export const alikeIn = (sent: Sent): Nth =>
	nths.find((nth) =>
		nths.some((other) => other < nth && sent[`name${nth}`] !== '' && sent[`name${other}`] === sent[`name${nth}`])
	) ?? 2;

/** The new villages that were named, each with the groups and grids that go over to it, and which of them takes over the rest. */
export function readSplit(sent: Sent) {
	const [named, parts] = [namedIn(sent), chosenOf(sent, 'part-')];
	const later = chosenOf(sent, 'later-').map(({ id, nth }) => [id, named.indexOf(nth)]);
	return {
		rest: named.indexOf(sent.rest),
		/** By kind, the number of the new village that takes over records of no group. */
		later: Object.fromEntries(later) as Record<string, number>,
		into: named.map((nth) => ({
			name: sent[`name${nth}`],
			nameEn: sent[`nameEn${nth}`],
			partIds: parts.filter((part) => part.nth === nth).map(({ id }) => id)
		}))
	};
}
