import type { Face, LectureKind, PlaceKind, TargetGroup } from '$lib/domain/lectures/lecture';
import { m } from '$lib/paraglide/messages.js';

export const placeKindWords: Record<PlaceKind, () => string> = {
	countryside: m.lectures_place_countryside,
	courtyard: m.lectures_place_courtyard,
	community: m.lectures_place_community,
	school: m.lectures_place_school,
	enterprise: m.lectures_place_enterprise,
	office: m.lectures_place_office,
	family: m.lectures_place_family
};

export const targetGroupWords: Record<TargetGroup, () => string> = {
	villagers: m.lectures_group_villagers,
	elders: m.lectures_group_elders,
	women: m.lectures_group_women,
	'young-people': m.lectures_group_young_people,
	'party-members': m.lectures_group_party_members,
	'disabled-people': m.lectures_group_disabled_people,
	caterers: m.lectures_group_caterers
};

export const lectureKindWords: Record<LectureKind, () => string> = {
	health: m.events_topic_health,
	ideological: m.events_topic_ideological,
	'micro-talk': m.events_topic_micro_talk,
	'village-rule-study': m.figures_village_rule_studies
};

export const faceWords: Record<Face, () => string> = {
	good: m.lectures_face_good,
	fair: m.lectures_face_fair,
	poor: m.lectures_face_poor
};
