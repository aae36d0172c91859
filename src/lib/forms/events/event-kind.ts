import { eventKinds, isTopicOf, topicsOf, type EventKind, type EventTopic } from '$lib/domain/events/event';

/** Kind and topic are chosen as one: `lecture/health`, or the kind alone where it has no topics. */
export const kindChoices = eventKinds.flatMap(
	(kind): { value: string; kind: EventKind; topic: EventTopic | null }[] => {
		const topics = topicsOf(kind);
		return topics.length
			? topics.map((topic) => ({ value: `${kind}/${topic}`, kind, topic }))
			: [{ value: kind, kind, topic: null }];
	}
);

/** The value of the choice for a kind and topic. */
export const kindChoice = (kind: EventKind, topic: string | null) =>
	isTopicOf(kind, topic) && topic !== null ? `${kind}/${topic}` : kind;
