export const eventKinds = [
	'blood-drive',
	'lecture',
	'birthday-banquet',
	'performance',
	'volunteer-day',
	'meeting'
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Topics by kind: 健康讲座, 思政宣讲, 微宣讲; 大扫除, 清除牛皮癣, other. The other kinds have none. */
export const eventTopics = {
	lecture: ['health', 'ideological', 'micro-talk'],
	'volunteer-day': ['clean-up', 'small-ads-removal', 'other']
} as const satisfies Partial<Record<EventKind, readonly string[]>>;
export type EventTopic = (typeof eventTopics)[keyof typeof eventTopics][number];

/** The topics an event of this kind must choose from; empty for a kind without topics. */
export function topicsOf(kind: EventKind): readonly EventTopic[] {
	return kind === 'lecture' || kind === 'volunteer-day' ? eventTopics[kind] : [];
}

/** Whether kind and topic belong together: one of its topics where the kind has some, null where it has none. */
export function isTopicOf(kind: EventKind, topic: string | null): boolean {
	const topics: readonly string[] = topicsOf(kind);
	return topic === null ? topics.length === 0 : topics.includes(topic);
}

export const eventStates = ['draft', 'open', 'under-way', 'past', 'completed', 'cancelled'] as const;
export type EventState = (typeof eventStates)[number];

export interface EventTimes {
	publishedAt: number | null;
	cancelledAt: number | null;
	completedAt: number | null;
	/** First start and last end of its slots; null while it has no slot. */
	startsAt: number | null;
	endsAt: number | null;
	now: number;
}

/**
 * The state of an event at `now`; all instants in ms, UTC. A cancellation counts before everything else, a completion
 * (办结) before the clock. The event is under way from its first start until just before its last end. Past: over, and
 * not completed yet.
 */
export function decideEventState({
	publishedAt,
	cancelledAt,
	completedAt,
	startsAt,
	endsAt,
	now
}: EventTimes): EventState {
	if (cancelledAt !== null) return 'cancelled';
	if (completedAt !== null) return 'completed';
	if (publishedAt === null) return 'draft';
	if (startsAt === null || now < startsAt) return 'open';
	return endsAt !== null && now >= endsAt ? 'past' : 'under-way';
}

/** The longest that places are held for a party until a call confirms its sign-up, in hours: three days. */
export const mostConfirmHours = 72;
