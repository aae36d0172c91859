import { foldText } from '../folded-text';

/** A village and its number, as lines name them. */
export interface TargetLine {
	unitId: string;
	value: number;
}

/**
 * One number for each village, as it is pasted from a sheet: a line is a name and a number behind it. A heading (a first line without any number),
 * totals (合计) and empty lines are left out. `wrong`: lines as they were pasted that name no unit or several, that name one again, or that have
 * no number.
 */
export function readTargetLines(
	text: string,
	units: readonly { id: string; name: string; nameEn: string | null }[]
): { lines: TargetLine[]; wrong: string[] } {
	const idsOf = new Map<string, string[]>();
	for (const { id, name, nameEn } of units)
		for (const key of new Set([name, nameEn ?? name].map(bare))) idsOf.set(key, [...(idsOf.get(key) ?? []), id]);
	const read = new Map<string, number>();
	const wrong: string[] = [];
	const pasted = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	for (const [nth, line] of pasted.entries()) {
		const [, named, digits] =
			/^(.*\D)(\d{1,7})$/.exec(
				foldText(line)
					.trim()
					.replace(/(\d),(?=\d{3}\b)/g, '$1')
			) ?? [];
		if (isTotal(named ?? line) || (nth === 0 && !/\d/.test(foldText(line)))) continue;
		const ids = idsOf.get(bare(named ?? '')) ?? [];
		if (ids.length === 1 && !read.has(ids[0]!)) read.set(ids[0]!, Number(digits));
		else wrong.push(line.trim());
	}
	return { lines: [...read].map(([unitId, value]) => ({ unitId, value })), wrong };
}

const isTotal = (named: string): boolean => /^(合计|总计|小计|共计|总数|total)/i.test(bare(named));

const bare = (name: string): string =>
	foldText(name)
		.replace(/[\s,:、]/g, '')
		.toLowerCase();
