import * as v from 'valibot';
import { fileKinds, fileLimits } from '$lib/domain/events/event-file';
import { faces, placeKinds, targetGroups } from '$lib/domain/lectures/lecture';
import {
	date,
	id,
	optional,
	optionalPublicText,
	optionalTextWithoutNumbers,
	personName,
	publicText,
	text,
	textWithoutNumbers,
	ticked
} from '../fields';

/** Who speaks, to whom, where; a name in public needs a name, and the speaker somewhere to come from or a name. */
export const lectureForm = v.pipe(
	v.object({
		id,
		speaker: optional(personName),
		speakerFrom: optionalPublicText(60),
		isNamed: ticked,
		targetGroup: v.picklist(targetGroups, 'target-group-missing'),
		placeKind: v.picklist(placeKinds, 'place-kind-missing')
	}),
	v.forward(
		v.check(({ speaker, speakerFrom }) => speaker !== null || speakerFrom !== '', 'speaker-missing'),
		['speaker']
	),
	v.forward(
		v.check(({ speaker, isNamed }) => !isNamed || speaker !== null, 'speaker-name-for-consent'),
		['isNamed']
	)
);

/** A face, and a sentence if they like. */
export const feedbackForm = v.object({
	id,
	face: v.picklist(faces, 'face-missing'),
	sentence: optionalTextWithoutNumbers(100)
});

/** A file beside an event, without its bytes: a photo says who was asked, on which day. */
export const eventFileForm = v.variant(
	'kind',
	[
		v.object({
			id,
			kind: v.literal('photo'),
			title: publicText('file-title-missing', 60),
			isAgreed: v.pipe(
				ticked,
				v.check((isTicked) => isTicked, 'photo-consent-missing')
			),
			asked: text('photo-asked-missing', 100),
			askedOn: date
		}),
		v.object({ id, kind: v.literal('material'), title: publicText('file-title-missing', 60) })
	],
	'file-kind-missing'
);

export const fileRemovalForm = v.object({ id, fileId: id, reason: textWithoutNumbers('reason-missing', 100) });

/** What a file picker offers, by kind. */
export const acceptOf: Record<(typeof fileKinds)[number], string> = {
	photo: 'image/jpeg,image/png,image/webp',
	material: '.pdf,.docx,.pptx,.xlsx,.jpg,.jpeg'
};

/** Megabytes, for the hint beside the picker. */
export const megabytesOf = (kind: (typeof fileKinds)[number]) => fileLimits[kind].bytes / 1024 / 1024;
