import type { EventKind, EventState, EventTopic } from '$lib/domain/events/event';
import { m } from '$lib/paraglide/messages.js';

export const eventKindWords: Record<EventKind, () => string> = {
	'blood-drive': m.events_kind_blood_drive,
	lecture: m.events_kind_lecture,
	'birthday-banquet': m.events_kind_birthday_banquet,
	performance: m.events_kind_performance,
	'volunteer-day': m.events_kind_volunteer_day,
	meeting: m.events_kind_meeting
};

export const eventTopicWords: Record<EventTopic, () => string> = {
	health: m.events_topic_health,
	ideological: m.events_topic_ideological,
	'micro-talk': m.events_topic_micro_talk,
	'clean-up': m.events_topic_clean_up,
	'small-ads-removal': m.events_topic_small_ads_removal,
	other: m.events_topic_other
};

export const eventStateWords: Record<EventState, () => string> = {
	draft: m.events_state_draft,
	open: m.events_state_open,
	'under-way': m.events_state_under_way,
	past: m.events_state_past,
	completed: m.events_state_completed,
	cancelled: m.events_state_cancelled
};

/** The tone of a state's tag: red asks the office to act. */
export const eventStateTones: Record<EventState, 'ink' | 'jade' | 'red' | 'muted'> = {
	draft: 'ink',
	open: 'jade',
	'under-way': 'jade',
	past: 'red',
	completed: 'jade',
	cancelled: 'muted'
};

/** A topic as the table holds it, in words; '' when there is none. */
export function topicText(topic: string | null): string {
	return topic === null ? '' : (eventTopicWords[topic as EventTopic]?.() ?? topic);
}
