import type { ElderColumn } from '$lib/domain/elder-list';
import { m } from '$lib/paraglide/messages.js';

/** What is wrong with a line, and what to do, in words. */
export const faultWords = {
	'name-missing': m.elders_fault_name_missing,
	'name-wrong': m.elders_fault_name_wrong,
	'sex-wrong': m.elders_fault_sex_wrong,
	'birth-missing': m.elders_fault_birth_missing,
	'birth-wrong': m.elders_fault_birth_wrong,
	'calendar-unsaid': m.elders_fault_calendar_unsaid,
	'group-unknown': m.elders_fault_group_unknown,
	'phone-wrong': m.elders_fault_phone_wrong,
	'mobility-wrong': m.elders_fault_mobility_wrong,
	'diet-wrong': m.elders_fault_diet_wrong,
	'companions-wrong': m.elders_fault_companions_wrong
};
export type LineFault = keyof typeof faultWords;

export const columnWords: Record<ElderColumn, () => string> = {
	name: m.elders_name,
	sex: m.elders_sex,
	birth: m.elders_birth,
	calendar: m.elders_calendar,
	group: m.elders_unit,
	phone: m.elders_phone,
	relativePhone: m.elders_relative_phone,
	mobility: m.elders_mobility,
	transport: m.elders_transport,
	pickUpPoint: m.elders_pick_up_point,
	diet: m.elders_diet,
	companions: m.elders_companions,
	photo: m.elders_photo
};
