import type { QuestionKind } from '$lib/domain/events/question';
import { m } from '$lib/paraglide/messages.js';

export const questionKindWords: Record<QuestionKind, () => string> = {
	text: m.questions_kind_text,
	choice: m.questions_kind_choice,
	number: m.questions_kind_number,
	'yes-no': m.questions_kind_yes_no
};

/** An answer as it is read: 是 and 否 in words, everything else as it was given. */
export function answerText(kind: QuestionKind, value: string): string {
	if (kind !== 'yes-no') return value;
	return value === 'yes' ? m.questions_yes() : m.questions_no();
}
