/** The answers to a request to take a shift over or to exchange it: two of the colleague, and one of the asker. */
export const requestAnswers = ['accepted', 'declined', 'taken-back'] as const;
export type RequestAnswer = (typeof requestAnswers)[number];

/** Who may give this answer: the asker takes a request back, the colleague answers it. */
export function answersBy(answer: RequestAnswer): 'asker' | 'colleague' {
	return answer === 'taken-back' ? 'asker' : 'colleague';
}

export interface RequestTimes {
	/** Without an answer, and none of its shifts given back. */
	isOpen: boolean;
	/** Starts (ms, UTC) of the shifts it would move. */
	startsAt: readonly number[];
	isCancelled: boolean;
	now: number;
}

/** Whether a request can still be answered: it lapses when a shift of it begins, is given back, or its event is cancelled. */
export function isRequestLive({ isOpen, startsAt, isCancelled, now }: RequestTimes): boolean {
	return isOpen && !isCancelled && startsAt.every((start) => now < start);
}
