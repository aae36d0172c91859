import { foldText } from '../folded-text';

/**
 * A time of day as people write it (9:00, ０９：００, 9.30, 0930, 9点半) as HH:mm, from 00:00 to 24:00; null when it is none. The half of the day is never
 * guessed.
 */
export function parseTypedTime(text: string): string | null {
	const typed = foldText(text).replace(/\s/gu, '');
	const found = /^(\d{1,2})(?:[:.](\d{2})|(\d{2})|[点时](?:(\d{1,2})分?|(半)|整)?)$/.exec(typed);
	if (!found) return null;
	const [, hour = '', pair, joined, minutes, half] = found;
	const minute = pair ?? joined ?? minutes ?? (half ? '30' : '0');
	const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
	return time <= '24:00' && minute.padStart(2, '0') < '60' ? time : null;
}
