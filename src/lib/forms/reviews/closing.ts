import * as v from 'valibot';
import { foldText } from '$lib/domain/folded-text';
import { figures } from '$lib/domain/figures/figure';
import { isReleased } from '$lib/domain/releases/figure-class';
import { parseSpan } from '$lib/domain/reviews/closing';
import { chosenIds, chosenOf } from '../chosen';
import { id, textWithoutNumbers, ticked } from '../fields';

/** A year, a quarter or a month to close: 2024, 2024-Q3, 2024-05. */
export const closePeriodForm = v.object({
	id,
	snapshotId: id,
	isDespiteAwaited: ticked,
	span: v.pipe(
		v.string('span-wrong'),
		v.transform((typed) => foldText(typed).trim().toUpperCase()),
		v.check((typed) => parseSpan(typed) !== null, 'span-wrong')
	)
});

/** The closed period's next snapshot, with its reason. */
export const takeSnapshotForm = v.object({ id, reason: textWithoutNumbers('reason-of-change-missing', 200) });

const releasedIds = figures.filter(isReleased).map(({ id }) => id);

/** What is to be taken back of a year's releases: a figure, with the reason. */
export const releaseWithdrawalForm = v.object({
	id,
	figure: v.pipe(
		v.string('figure-not-chosen'),
		v.nonEmpty('figure-not-chosen'),
		v.picklist(releasedIds, 'figure-unknown')
	),
	reason: textWithoutNumbers('reason-of-change-missing', 200)
});

export const confirmReleaseWithdrawalForm = v.object({ id, withdrawalId: id });

/** Why records came or changed late: of the acts that were ticked, or of all that were listed. */
export const lateReasonForm = v.pipe(
	v.record(v.string(), v.string()),
	v.transform((values) => ({ ...values, id: values.id, ...chosenOf(values) })),
	v.object({ id, chosen: chosenIds, reason: textWithoutNumbers('reason-of-change-missing', 200) })
);
