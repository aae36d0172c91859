import type { TargetReading } from '$lib/domain/targets/target';
import { m } from '$lib/paraglide/messages.js';
import { numberText } from '../elements/number-text';

/** How far a target has come, in a word or two: 没有记录，差 10; 差 4, 快 2, 已达到; of a limit 超 3, 还剩 40. */
export function paceText({ goal, state, behindBy }: TargetReading): string {
	const count = numberText(Math.abs(behindBy));
	switch (state) {
		case 'no-record':
			return goal === 'at-least' ? m.targets_no_record_by({ count }) : m.targets_no_record();
		case 'unreported':
			return m.targets_unreported();
		case 'not-due':
			return m.targets_not_due();
		case 'ended':
			return m.targets_ended();
		case 'reached':
			return m.targets_reached();
		case 'behind':
			return m.targets_behind_by({ count });
		case 'over':
			return m.targets_over_by({ count });
		case 'kept':
			return m.targets_left({ count });
		case 'on-pace':
			return goal === 'at-least' && behindBy < 0 ? m.targets_ahead_by({ count }) : m.targets_on_pace();
	}
}

/** A target as it is asked: 42, or 不超过 161. */
export function targetText({ goal, target }: TargetReading): string {
	return goal === 'at-most' ? m.targets_at_most({ value: numberText(target) }) : numberText(target);
}
