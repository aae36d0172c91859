import * as v from 'valibot';
import { addedMeasures, nameKeyOf, type CampaignId } from '$lib/domain/activities/added-work';
import { figures } from '$lib/domain/figures/figure';
import { activityKind } from '$lib/domain/ledgers/activity-words';
import { bareWord, readChoice } from '$lib/domain/ledgers/words';
import { reportNames, reservedNames } from '$lib/domain/reviews/report-words';
import { date, id, optional, optionalText, text, ticked } from '../fields';

/** What a name is made of: it is printed everywhere, and between braces in the yearly review. */
const printable = /^[^{}|*\p{C}]*$/u;

const name = <C extends string>(missing: C) => v.pipe(text(missing, 30), v.regex(printable, 'added-name-wrong'));

const nameEn = v.pipe(
	optionalText(60),
	v.regex(printable, 'added-name-wrong'),
	v.transform((typed) => typed || null)
);

/** A campaign, new or renamed. */
export const campaignForm = v.object({ id, name: name('campaign-name-missing'), nameEn });

const day = v.pipe(date, v.minValue('1950-01-01', 'date-wrong'));

/** Words as an administrator types them, with spaces, stops or lines between them: each once. */
const words = v.pipe(
	optionalText(500),
	v.transform((typed) => {
		const all = typed.split(/[\s、,，;；]+/u).filter((word) => bareWord(word) !== '');
		return all.filter((word, at) => all.findIndex((other) => bareWord(other) === bareWord(word)) === at);
	}),
	v.maxLength(20, 'too-many-words'),
	v.everyItem((word) => word.length <= 30, 'text-too-long')
);

/** What a form of a kind is checked against: the campaigns there are, and what the software calls its own kinds, in every language. */
interface Known {
	campaigns: readonly CampaignId[];
	labels: readonly string[];
}

const fields = ({ campaigns, labels }: Known) => {
	const inReviews = [...Object.values(reportNames), ...Object.values(reservedNames), ...figures.map((one) => one.id)];
	const called = new Set([...labels, ...inReviews].map(nameKeyOf));
	const isOwn = (typed: string) => called.has(nameKeyOf(typed));
	return {
		id,
		name: v.pipe(
			name('kind-name-missing'),
			v.check((typed) => !isOwn(typed) && readChoice(activityKind, typed) === null, 'added-name-taken')
		),
		nameEn: v.pipe(
			nameEn,
			v.check((typed) => typed === null || !isOwn(typed), 'added-name-taken')
		),
		campaign: v.picklist(campaigns, 'campaign-missing'),
		measure: v.picklist(addedMeasures, 'measure-missing'),
		counts: v.picklist(['records', 'quantity'], 'counts-missing'),
		definition: text('definition-missing', 300),
		definitionEn: v.pipe(
			optionalText(600),
			v.transform((typed) => typed || null)
		),
		words: v.pipe(
			words,
			v.everyItem((word) => !isOwn(word), 'kind-word-taken')
		),
		lead: v.pipe(optionalText(60), v.regex(printable, 'added-name-wrong')),
		isRounded: ticked,
		fromOn: day
	};
};

/** A new kind of work. */
export const workKindForm = (known: Known) => v.object(fields(known));

/** The same, put right; from a day on it may be closed. */
export const workKindCorrectionForm = (known: Known) =>
	v.pipe(
		v.object({ ...fields(known), closedFromOn: optional(day) }),
		v.forward(
			v.partialCheck(
				[['fromOn'], ['closedFromOn']],
				({ fromOn, closedFromOn }) => closedFromOn === null || closedFromOn > fromOn,
				'kind-closed-before'
			),
			['closedFromOn']
		)
	);
