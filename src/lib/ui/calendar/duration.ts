import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { numberInWords } from '$lib/domain/ledgers/number-words';

/** Minutes as hours and minutes in figures: 2 小时 30 分 / 2 h 30 min. */
export function durationText(minutes: number): string {
	return join(minutes, String, { hours: m.hours_h, minutes: m.hours_min, and: m.hours_and });
}

/** The same written out, as a certificate has it: 两小时三十分钟 / two hours and thirty minutes. */
export function durationInWords(minutes: number): string {
	const words = (count: number) => numberInWords(count, getLocale());
	return join(minutes, words, {
		hours: m.hours_hours_in_words,
		minutes: m.hours_minutes_in_words,
		and: m.hours_and_in_words
	});
}

/** `number`: the same as a number, by which a word has its plural. */
type Word = (inputs: { count: string; number: number }) => string;
interface Words {
	hours: Word;
	minutes: Word;
	and: (inputs: { hours: string; minutes: string }) => string;
}

function join(total: number, write: (count: number) => string, words: Words): string {
	const [hours, minutes] = [Math.floor(total / 60), total % 60];
	const part = (word: Word, count: number) => word({ count: write(count), number: count });
	if (hours === 0) return part(words.minutes, minutes);
	if (minutes === 0) return part(words.hours, hours);
	return words.and({ hours: part(words.hours, hours), minutes: part(words.minutes, minutes) });
}
