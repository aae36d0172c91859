import * as v from 'valibot';
import { deferralIds, deferrals } from '$lib/domain/blood/deferral';
import { donationKinds, standardIds } from '$lib/domain/blood/donation-standard';
import { date, id, integer, optional, ticked } from '../fields';
import { typedSpan, withInstants } from '../span';

/** Eight digits are a date too: the quickest way on a telephone's keys. */
const birthday = v.pipe(
	v.string('date-missing'),
	v.transform((typed) =>
		typed
			.normalize('NFKC')
			.trim()
			.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
	),
	date,
	v.minValue('1900-01-01', 'date-wrong')
);

const none = 'none';

/**
 * The self-check. Out: the answers, as domain `decideDonation` takes them, and the sex, which decides the weight that
 * is asked.
 */
export const selfCheckForm = v.pipe(
	v.object({
		bornOn: birthday,
		sex: v.picklist(['male', 'female'], 'sex-missing'),
		wants: v.picklist(donationKinds, 'wants-missing'),
		lastKind: v.picklist([none, ...donationKinds], 'last-kind-missing'),
		lastOn: optional(date),
		deferral: v.picklist(['', ...deferralIds]),
		deferralOn: optional(date),
		hasRead: v.pipe(ticked, v.literal(true, 'list-unread'))
	}),
	v.forward(
		v.partialCheck(
			[['lastKind'], ['lastOn']],
			({ lastKind, lastOn }) => lastKind === none || lastOn !== null,
			'last-date-missing'
		),
		['lastOn']
	),
	v.forward(
		v.partialCheck(
			[['deferral'], ['deferralOn']],
			({ deferral, deferralOn }) => deferral === '' || deferrals[deferral].wait === null || deferralOn !== null,
			'deferral-date-missing'
		),
		['deferralOn']
	),
	v.transform(({ bornOn, sex, wants, lastKind, lastOn, deferral, deferralOn }) => ({
		sex,
		answers: {
			bornOn,
			wants,
			last: lastKind === none ? null : { kind: lastKind, on: lastOn! },
			deferral: deferral === '' ? null : { id: deferral, on: deferralOn }
		}
	}))
);

/** A day's span to be laid out in quarter-hours, with so many beds. */
export const layoutForm = v.pipe(
	v.object({ id, ...typedSpan, beds: integer(1, 50) }),
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
