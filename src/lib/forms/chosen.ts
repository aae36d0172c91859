import * as v from 'valibot';
import { id } from './fields';

/** Records on a page from which many are chosen at once. */
export const mostChosen = 100;

export const chosenIds = v.pipe(v.array(id), v.minLength(1, 'none-chosen'), v.maxLength(mostChosen, 'form-stale'));

/** The name of a row's tick box. */
export const chosenField = (recordId: string) => `chosen.${recordId}` as const;

/**
 * Rows of a list that were ticked, or with the button `all` every row that was on the page (`listed`, their ids parted by commas). Out: the
 * act's id and the ids of the rows.
 */
export const chosenForm = v.pipe(
	v.record(v.string(), v.string()),
	v.transform((values) => ({ id: values.id, ...chosenOf(values) })),
	v.object({ id, chosen: chosenIds })
);

/** The rows that a form chose, for a form with more fields. */
export const chosenOf = (values: Record<string, string>) => ({
	chosen: values.all ? (values.listed ?? '').split(',').filter(Boolean) : tickedIn(values)
});

const prefix = chosenField('');

const tickedIn = (values: Record<string, string>) =>
	Object.keys(values)
		.filter((name) => name.startsWith(prefix))
		.map((name) => name.slice(prefix.length));
