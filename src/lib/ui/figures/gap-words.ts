import type { Gap } from '$lib/domain/releases/gap';
import { m } from '$lib/paraglide/messages.js';

const words: Record<Gap, (asked: { now: string }) => string> = {
	withdrawn: m.trends_told_withdrawn,
	'not-begun': m.trends_told_not_begun,
	'not-closed': m.trends_told_open,
	coarser: m.trends_told_coarser,
	'year-alone': m.trends_told_year_alone,
	'no-record': m.trends_told_no_record,
	'year-only': m.trends_told_year_only,
	unreported: m.trends_told_unreported,
	'not-yet': m.trends_told_none
};

/**
 * Why there is no number of a figure. `unsettled`: how many events that it counts are neither completed nor cancelled. `reason`: why it was
 * taken back.
 */
export function gapWords(gap: Gap, now: string, { unsettled = 0, reason }: GapDetail = {}): string {
	if (gap === 'not-yet' && unsettled > 0) return m.trends_told_unsettled({ now, count: unsettled });
	return words[gap]({ now }) + (gap === 'withdrawn' && reason ? m.trends_told_withdrawn_why({ reason }) : '');
}

interface GapDetail {
	unsettled?: number;
	reason?: string | null;
}
