import * as v from 'valibot';
import { standardIds } from '$lib/domain/blood/donation-standard';
import { date, id, integer } from '../fields';
import { checkSpan, typedSpan, withInstants } from '../span';

/** A day's span to be laid out in quarter-hours, with so many beds. */
export const layoutForm = v.pipe(
	v.object({ id, ...typedSpan, beds: integer(1, 50) }),
	v.rawCheck((form) => checkSpan(form)),
	v.transform((form) => withInstants(form))
);

export const standardForm = v.object({ id, standard: v.picklist(standardIds, 'standard-missing'), fromOn: date });

/** The names of a line's fields on the sheet of results: a sign-up's, that of a result without one, or a blank line's. */
export const lineFields = {
	listed: (signupId: string) => `listed.${signupId}`,
	unlisted: (donationId: string) => `unlisted.${donationId}`,
	blank: (nth: number) => `blank.${nth}`
};

/**
 * The sheet of results: fields as in `lineFields`, each with its earlier value in `was.` and its name, and the id of a
 * sign-up's result in `result.` and its name. Out: the lines that were changed.
 */
export const resultsForm = v.pipe(
	v.record(v.string(), v.string()),
	v.transform((values) => ({ id: values.id, lines: changedLines(values) })),
	v.object({
		id,
		lines: v.array(v.object({ signupId: v.nullable(id), donationId: v.nullable(id), code: v.string() }))
	})
);

interface Line {
	signupId: string | null;
	donationId: string | null;
	code: string;
}

function changedLines(values: Record<string, string>): Line[] {
	return Object.entries(values).flatMap(([name, code]): Line[] => {
		const [, kind, key] = /^(listed|unlisted|blank)\.([\w-]+)$/.exec(name) ?? [];
		if (!kind || !key || code === (values[`was.${name}`] ?? '')) return [];
		if (kind === 'listed') return [{ signupId: key, donationId: values[`result.${name}`] || null, code }];
		return [{ signupId: null, donationId: kind === 'unlisted' ? key : null, code }];
	});
}
