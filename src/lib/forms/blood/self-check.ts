import * as v from 'valibot';
import { deferralIds, deferralsIn, needsDay, type DeferralId } from '$lib/domain/blood/deferral';
import { donationKinds } from '$lib/domain/blood/donation-standard';
import { foldText } from '$lib/domain/folded-text';
import { date, optional, optionalInteger, ticked } from '../fields';

/** Eight digits are a date too: the quickest way on a telephone's keys. */
const birthday = v.pipe(
	v.string('date-missing'),
	v.transform((typed) =>
		foldText(typed)
			.trim()
			.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
	),
	date,
	v.minValue('1900-01-01', 'date-wrong')
);

const none = 'none';

/** The names of an entry's box and of its day in the self-check. */
export const deferralFields = {
	has: (id: DeferralId) => `has-${id}` as const,
	on: (id: DeferralId) => `on-${id}` as const
};

const boxes = Object.fromEntries(deferralIds.map((id) => [deferralFields.has(id), ticked])) as Record<
	`has-${DeferralId}`,
	typeof ticked
>;
const day = optional(date);
const days = Object.fromEntries(deferralIds.map((id) => [deferralFields.on(id), day])) as Record<
	`on-${DeferralId}`,
	typeof day
>;

const questions = v.object({
	bornOn: birthday,
	sex: v.picklist(['male', 'female'], 'sex-missing'),
	wants: v.picklist(donationKinds, 'wants-missing'),
	lastKind: v.picklist([none, ...donationKinds], 'last-kind-missing'),
	lastOn: optional(date),
	reaction: v.picklist(['', none, 'had']),
	plateletsInYear: optionalInteger(0, 99),
	...boxes,
	...days,
	hasRead: v.pipe(ticked, v.literal(true, 'list-unread'))
});
type Answered = v.InferOutput<typeof questions>;

/** The fields that the other answers ask for and that are empty, or that contradict them, each with its code. Also of a form with other faults. */
function* faultsIn(form: Partial<Answered>): Iterable<[keyof Answered, string]> {
	for (const id of deferralIds)
		if (form[deferralFields.has(id)] && needsDay(id) && form[deferralFields.on(id)] === null)
			yield [deferralFields.on(id), 'deferral-date-missing'];
	for (const id of deferralIds)
		if (form[deferralFields.has(id)] === false && form[deferralFields.on(id)])
			yield [deferralFields.on(id), 'deferral-unticked'];
	// A slip of the finger on one of the two: the person says which.
	if (form.sex === 'male' && deferralsIn('women').some((id) => form[deferralFields.has(id)]))
		yield ['sex', 'sex-doubtful'];
	if (form.lastKind === none && (form.lastOn || form.reaction === 'had' || form.plateletsInYear))
		yield ['lastKind', 'last-kind-contradicts'];
	// Of an earlier donation only where one was chosen: the question may be unanswered yet.
	if (!donationKinds.some((kind) => kind === form.lastKind)) return;
	if (form.lastOn === null) yield ['lastOn', 'last-date-missing'];
	if (form.reaction === '') yield ['reaction', 'reaction-missing'];
	if (form.wants === 'platelets' && form.plateletsInYear === null) yield ['plateletsInYear', 'platelets-missing'];
}

/**
 * The self-check. Out: the answers, as domain `decideDonation` takes them, and the sex, which decides the weight that
 * is asked.
 */
export const selfCheckForm = v.pipe(
	questions,
	v.rawCheck(({ dataset, addIssue }) => {
		const input = dataset.value as Answered;
		for (const [key, message] of faultsIn(input))
			addIssue({ message, path: [{ type: 'object', origin: 'value', input, key, value: input[key] }] });
	}),
	v.transform((form) => {
		const isAgain = form.lastKind !== none;
		return {
			sex: form.sex,
			answers: {
				bornOn: form.bornOn,
				wants: form.wants,
				last: form.lastKind === none ? null : { kind: form.lastKind, on: form.lastOn! },
				hadReaction: isAgain && form.reaction === 'had',
				plateletsInYear: isAgain ? (form.plateletsInYear ?? 0) : 0,
				deferrals: deferralIds
					.filter((id) => form[deferralFields.has(id)])
					.map((id) => ({ id, on: needsDay(id) ? form[deferralFields.on(id)] : null }))
			}
		};
	})
);
