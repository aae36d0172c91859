/** “六进”: where a lecture goes to people (太平场镇 2024: “进农村、进院坝等‘六进’”). The source names one more than six, so the list is data. */
export const placeKinds = [
	'countryside',
	'courtyard',
	'community',
	'school',
	'enterprise',
	'office',
	'family'
] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Whom a lecture is meant for. */
export const targetGroups = [
	'villagers',
	'elders',
	'women',
	'young-people',
	'party-members',
	'disabled-people',
	'caterers'
] as const;
export type TargetGroup = (typeof targetGroups)[number];

/** What counts as a lecture: the three topics of lectures among events, and the study of village rules in the work ledger. */
export const lectureKinds = ['health', 'ideological', 'micro-talk', 'village-rule-study'] as const;
export type LectureKind = (typeof lectureKinds)[number];

/** How it was, in three faces: 好, 一般, 不太好. */
export const faces = ['good', 'fair', 'poor'] as const;
export type Face = (typeof faces)[number];

/** Feedback is taken for so many days after the end. */
export const feedbackDays = 14;

/** From so many answers on, the public sees how many (people-and-privacy.md). */
const publicFeedbackFrom = 3;

export type FeedbackDoor = 'open' | 'not-yet' | 'closed';

/** Whether feedback is taken at `now`: from the first start on until 14 days after the last end; all in ms, UTC. Null: it has no slot. */
export function decideFeedback({
	startsAt,
	endsAt,
	isCancelled,
	now
}: {
	startsAt: number | null;
	endsAt: number | null;
	isCancelled: boolean;
	now: number;
}): FeedbackDoor {
	if (isCancelled) return 'closed';
	if (startsAt === null || endsAt === null || now < startsAt) return 'not-yet';
	return now < endsAt + feedbackDays * 86_400_000 ? 'open' : 'closed';
}

/** What the public reads of the feedback of a lecture that gave it. `counts` is null where a face was chosen by one or two. */
export interface PublicFeedback {
	total: number;
	counts: Record<Face, number> | null;
}

/**
 * What the public reads of feedback: nothing before it is closed, since a number that is read after each answer says who gave which; then, from
 * three answers on, how many there are, and the faces together where each was chosen by three or more or by none. Null: nothing.
 */
export function publicFeedback(door: FeedbackDoor, counts: Record<Face, number>): PublicFeedback | null {
	const given = faces.map((face) => counts[face]);
	const total = given.reduce((sum, count) => sum + count, 0);
	if (door !== 'closed' || total < publicFeedbackFrom) return null;
	return { total, counts: given.every((count) => count === 0 || count >= publicFeedbackFrom) ? counts : null };
}

/**
 * How the public page names a speaker: by name only with leave, with where they come from beside it; without leave by
 * that alone. Empty parts are left out.
 */
export function publicSpeaker({ name, from, isNamed }: { name: string; from: string; isNamed: boolean }): string {
	return [from, isNamed ? name : ''].filter((part) => part !== '').join(' ');
}
