import { unitKinds } from '$lib/domain/units/unit';
import type { UnitsOffered } from './db/units/unit-choice';

const amongs = ['all', 'below', 'directly-below'] as const;

/** Which units a field offers, as its form sends it along: `<scope> <among> <open|closed> <kinds…>`. */
export const writeOffered = ({ scope, among = 'all', kinds, withClosed = false }: UnitsOffered) =>
	[scope, among, withClosed ? 'closed' : 'open', ...kinds].join(' ');

/** The same read again; null for anything else. A form may name any unit, so this allows nothing: the verb of the form decides. */
export function readOffered(text: string): UnitsOffered | null {
	const [scope = '', asked, closed, ...rest] = text.split(' ');
	const among = amongs.find((one) => one === asked);
	const kinds = unitKinds.filter((kind) => rest.includes(kind));
	if (!/^[0-9a-f-]{36}$/.test(scope) || !among || kinds.length === 0) return null;
	return { scope, among, kinds, withClosed: closed === 'closed' };
}
