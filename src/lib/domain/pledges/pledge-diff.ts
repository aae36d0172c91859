import { diffArrays } from 'diff';
import { readPledgeLetter } from './pledge-text';

/** A stretch of text: in both versions, only in the earlier one, or only in the later one. */
export interface DiffPart {
	kind: 'kept' | 'removed' | 'added';
	text: string;
}

/** One clause (or opening or closing line) of the two versions side by side. */
export type DiffLine = { kind: 'kept' | 'removed' | 'added'; text: string } | { kind: 'changed'; parts: DiffPart[] };

/** Lines that share less than this of their characters are two different lines, not one that was changed. */
const alike = 0.4;

/** Lines whose lengths multiply to more are not compared character by character: it would take too long. */
const mostCompared = 4_000_000;

/** Unchanged text between two changes counts as changed when it is shorter than this: 了, 不 and commas only break a sentence up. */
const shortest = 2;

/**
 * What changed between two pledge texts, clause by clause in the order of the later one, numbers left aside since they are
 * given anew. A clause whose words changed shows them character by character; the rest was kept, dropped or is new.
 */
export function comparePledgeTexts(before: string, after: string): DiffLine[] {
	return compareLines(linesOf(before), linesOf(after));
}

/** The same of any two texts, line by line. */
export function compareLines(was: readonly string[], is: readonly string[]): DiffLine[] {
	const lines: DiffLine[] = [];
	const flush = (removed: string[], added: string[]) => lines.push(...pairLines(removed, added));
	let [removed, added]: [string[], string[]] = [[], []];
	for (const { kind, items } of align(was, is)) {
		if (kind === 'removed') removed = items;
		else if (kind === 'added') added = items;
		else {
			flush(removed, added);
			[removed, added] = [[], []];
			lines.push(...items.map((text) => ({ kind, text })));
		}
	}
	flush(removed, added);
	return lines;
}

function linesOf(body: string): string[] {
	const { opening, clauses, closing } = readPledgeLetter(body);
	return [...opening, ...clauses, ...closing];
}

/** Of neighbouring dropped and new lines, those alike are one line that changed; order is kept on both sides. */
function pairLines(removed: string[], added: string[]): DiffLine[] {
	const lines: DiffLine[] = [];
	let next = 0;
	for (const line of removed) {
		const match = added.findIndex((candidate, at) => at >= next && likeness(line, candidate) >= alike);
		if (match === -1) {
			lines.push({ kind: 'removed', text: line });
			continue;
		}
		lines.push(...added.slice(next, match).map((text) => ({ kind: 'added' as const, text })));
		lines.push({ kind: 'changed', parts: compareWords(line, added[match]!) });
		next = match + 1;
	}
	return [...lines, ...added.slice(next).map((text) => ({ kind: 'added' as const, text }))];
}

/** Which part of the characters of two lines is the same, in the same order: 0 to 1. */
function likeness(a: string, b: string): number {
	if (a.length * b.length > mostCompared) return 0;
	const kept = align([...a], [...b]).filter(({ kind }) => kind === 'kept');
	const same = kept.reduce((sum, { items }) => sum + items.length, 0);
	return (2 * same) / Math.max(1, [...a].length + [...b].length);
}

/** Character by character; what is kept for a moment only counts as changed. Kept and removed give `a`, kept and added give `b`. */
export function compareWords(a: string, b: string): DiffPart[] {
	const runs: { removed: string; added: string; kept: string }[] = [{ removed: '', added: '', kept: '' }];
	for (const { kind, items } of align([...a], [...b])) {
		const [run, text] = [runs.at(-1)!, items.join('')];
		if (kind !== 'kept' && run.kept !== '') runs.push({ removed: '', added: '', kept: '', [kind]: text });
		else run[kind] += text;
	}
	const joined: typeof runs = [];
	for (const [at, run] of runs.entries()) {
		const earlier = joined.at(-1);
		const isFleeting = at > 0 && earlier!.removed + earlier!.added !== '' && [...earlier!.kept].length < shortest;
		if (!isFleeting) joined.push({ ...run });
		else {
			earlier!.removed += earlier!.kept + run.removed;
			earlier!.added += earlier!.kept + run.added;
			earlier!.kept = run.kept;
		}
	}
	return joined.flatMap(({ removed, added, kept }) =>
		[
			{ kind: 'removed' as const, text: removed },
			{ kind: 'added' as const, text: added },
			{ kind: 'kept' as const, text: kept }
		].filter(({ text }) => text !== '')
	);
}

/** A longest common subsequence, as stretches of both lists in order; of what was replaced, what goes comes before what is new. */
function align(a: readonly string[], b: readonly string[]): { kind: DiffPart['kind']; items: string[] }[] {
	return diffArrays([...a], [...b]).map(({ value, added, removed }) => ({
		kind: added ? 'added' : removed ? 'removed' : 'kept',
		items: value
	}));
}
