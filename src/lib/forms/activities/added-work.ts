import * as v from 'valibot';
import { addedMeasures, nameKeyOf, type CampaignId } from '$lib/domain/activities/added-work';
import { figures } from '$lib/domain/figures/figure';
import { activityKind } from '$lib/domain/ledgers/activity-words';
import { bareWord, readChoice } from '$lib/domain/ledgers/words';
import { reportNames, reservedNames } from '$lib/domain/reviews/report-words';
import { date, id, optional, optionalPublicText, publicText, ticked } from '../fields';

/** What a name is made of: it is printed everywhere, and between braces in the yearly review. */
const printable = /^[^{}|*\p{C}]*$/u;

const name = <C extends string>(missing: C) => v.pipe(publicText(missing, 30), v.regex(printable, 'added-name-wrong'));

const orNull = v.transform((typed: string) => typed || null);

const nameEn = v.pipe(optionalPublicText(60), v.regex(printable, 'added-name-wrong'), orNull);

/** Whether a name is one of these, but for width, spaces, quotes and capitals. */
const isAmong = (names: readonly string[]) => {
	const keys = new Set(names.map(nameKeyOf));
	return (typed: string | null): boolean => typed !== null && keys.has(nameKeyOf(typed));
};

/** A campaign, new or renamed; not called like anything of `taken`. */
export const campaignForm = (taken: readonly string[]) => {
	const isTaken = isAmong(taken);
	return v.object({
		id,
		name: v.pipe(
			name('campaign-name-missing'),
			v.check((typed) => !isTaken(typed), 'added-name-taken')
		),
		nameEn: v.pipe(
			nameEn,
			v.check((typed) => !isTaken(typed), 'added-name-taken')
		)
	});
};

const day = v.pipe(date, v.minValue('1950-01-01', 'date-wrong'));

/** Words as an administrator types them, with spaces, stops or lines between them: each once. */
const words = v.pipe(
	optionalPublicText(500),
	v.transform((typed) => {
		const all = wordsOf(typed);
		return all.filter((word, at) => all.findIndex((other) => bareWord(other) === bareWord(word)) === at);
	}),
	v.maxLength(20, 'too-many-words'),
	v.everyItem((word) => word.length <= 30, 'text-too-long')
);

/**
 * What a form of a kind is checked against: the campaigns there are, what the software calls its own kinds, and the names of all kinds,
 * figures and campaigns but this one, in every language.
 */
interface Known {
	campaigns: readonly CampaignId[];
	labels: readonly string[];
	taken: readonly string[];
}

const inReviews = [...Object.values(reportNames), ...Object.values(reservedNames), ...figures.map((one) => one.id)];

const wordsOf = (typed: string): string[] => typed.split(/[\s、,，;；]+/u).filter((word) => bareWord(word) !== '');

/** Which of the words that an administrator typed are names of the software's own kinds, `labels` in every language. */
export const takenWords = (typed: string, labels: readonly string[]): string[] =>
	wordsOf(typed).filter(isOwnName(labels));

/** Whether a name is one of the software's own. */
const isOwnName = (labels: readonly string[]) => isAmong([...labels, ...inReviews]);

const fields = ({ campaigns, labels, taken }: Known) => {
	const [isOwn, isAnothers] = [isOwnName(labels), isAmong(taken)];
	const isTaken = (typed: string | null) => isOwn(typed) || isAnothers(typed);
	return {
		id,
		name: v.pipe(
			name('kind-name-missing'),
			v.check((typed) => !isTaken(typed) && readChoice(activityKind, typed) === null, 'added-name-taken')
		),
		nameEn: v.pipe(
			nameEn,
			v.check((typed) => !isTaken(typed), 'added-name-taken')
		),
		campaign: v.picklist(campaigns, 'campaign-missing'),
		measure: v.picklist(addedMeasures, 'measure-missing'),
		counts: v.picklist(['records', 'quantity'], 'counts-missing'),
		definition: publicText('definition-missing', 300),
		definitionEn: v.pipe(optionalPublicText(600), orNull),
		words: v.pipe(
			words,
			v.everyItem((word) => !isOwn(word), 'kind-word-taken')
		),
		lead: v.pipe(optionalPublicText(60), v.regex(printable, 'added-name-wrong')),
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
