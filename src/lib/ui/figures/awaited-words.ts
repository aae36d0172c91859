import type { Awaited } from '$lib/domain/releases/awaited';
import { m } from '$lib/paraglide/messages.js';
import { numberText } from '../elements/number-text';

/** How many banquets of a year had no outcome when it was closed; null where there is nothing to say. */
export function awaitedWords(awaited: Awaited | null): string | null {
	if (awaited === null) return null;
	return awaited === 'few' ? m.trends_told_awaited_few() : m.trends_told_awaited({ count: numberText(awaited) });
}
