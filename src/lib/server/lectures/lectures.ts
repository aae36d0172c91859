import { actorId } from '$lib/domain/people/actor';
import type { PlaceKind, TargetGroup } from '$lib/domain/lectures/lecture';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findLecture, upsertLecture, type Lecture } from '$lib/server/db/lectures/lectures';
import { actOn, changes, findOwn, type NotMine, type OnEvent } from '../events/event-acts';
import { recordAct, stampOf } from '../record-act';

export interface LectureWords {
	/** A person's name, normalised; null where only an organisation is known. */
	speaker: string | null;
	speakerFrom: string;
	/** The speaker agreed to be named in public. */
	isNamed: boolean;
	targetGroup: TargetGroup;
	placeKind: PlaceKind;
}

/**
 * Records who speaks, to whom and at which of the “六进”, by staff of the event's unit; also after it took place. The
 * same verb corrects it: the old values stay in the audit entry, of the name only that it changed. Refusals: the event
 * is no lecture.
 */
export async function describeLecture(
	ctx: Context,
	{ id, eventId, ...words }: OnEvent & LectureWords
): Promise<Result<object, NotMine | 'not-a-lecture' | 'speaker-missing' | 'speaker-name-for-consent'>> {
	const found = await findOwn(ctx, eventId);
	if (!found.ok) return found;
	const before = await findLecture(ctx.db, eventId);
	const after = { speakerFrom: words.speakerFrom, targetGroup: words.targetGroup, placeKind: words.placeKind };
	const row = { ...after, ...sealSpeaker(ctx, eventId, words.speaker), ...agreement(ctx, words, before) };
	const detail = { ...after, isNamed: words.isNamed };
	const act = before
		? actOn('correctLecture', id, found.event, {
				...changes({ ...before, isNamed: before.agreedAt !== null }, detail),
				isSpeakerChanged: before.speakerIndex !== row.speakerIndex
			})
		: actOn('describeLecture', id, found.event, detail);
	return recordAct(ctx, act, [upsertLecture(ctx.db, { eventId, ...row }, stampOf(ctx))], {
		'refusal:not-a-lecture': 'not-a-lecture',
		lectures_speaker_known: 'speaker-missing',
		lectures_agreed: 'speaker-name-for-consent'
	});
}

function sealSpeaker({ keys }: Context, eventId: string, speaker: string | null) {
	if (speaker === null) return { speakerSealed: null, speakerIndex: null };
	return { speakerSealed: keys.seal(speaker, 'lectures.speaker', eventId), speakerIndex: keys.blindIndex(speaker) };
}

/** Leave to be named stays as it was given, as long as the same person speaks. */
function agreement(ctx: Context, { isNamed, speaker }: LectureWords, before: Lecture | null) {
	if (!isNamed) return { agreedAt: null, agreedById: null };
	const isSame =
		typeof before?.agreedAt === 'number' && speaker !== null && before.speakerIndex === ctx.keys.blindIndex(speaker);
	return isSame
		? { agreedAt: before.agreedAt, agreedById: before.agreedById }
		: { agreedAt: ctx.now(), agreedById: actorId(ctx.actor) };
}

/** The lecture with the speaker's name in clear, for staff and for `publicSpeaker`; null before it was entered. */
export async function readLecture(ctx: Context, eventId: string) {
	const lecture = await findLecture(ctx.db, eventId);
	return lecture && openLecture(ctx, eventId, lecture);
}

type SealedLecture = Pick<Lecture, 'speakerSealed' | 'speakerFrom' | 'agreedAt' | 'targetGroup' | 'placeKind'>;

/** The same of a lecture that was read already. */
export function openLecture(ctx: Context, eventId: string, lecture: SealedLecture) {
	const { speakerSealed, speakerFrom, agreedAt, targetGroup, placeKind } = lecture;
	return {
		speakerFrom,
		targetGroup,
		placeKind,
		isNamed: agreedAt !== null,
		speaker: speakerSealed ? ctx.keys.open(speakerSealed, 'lectures.speaker', eventId) : ''
	};
}
