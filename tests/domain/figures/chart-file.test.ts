import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isCompared, numberHeight } from '../../../src/lib/ui/figures/chart-cell';
import { drawFile, type ChartFile } from '../../../src/lib/ui/figures/chart-file';
import { fileColours } from '../../../src/lib/ui/figures/file-colours';

const cell = (key: string, value: number | null, previous: number | null) =>
	({ key, label: key, value, shown: value === null ? 'few' : 'exact', previous, previousShown: 'exact' }) as const;

const chart: ChartFile = {
	kind: 'months',
	title: '办宴 <b>&"',
	now: '2024年',
	before: '2023年',
	cells: [cell('2024-01', 20, 62), cell('2024-02', null, 9)],
	festivals: [{ key: '2024-02', name: '春节' }],
	source: '来源：太平场镇',
	notes: ['“<3”是数目小']
};

describe('a chart as a file', () => {
	it('has the colours of tokens.css', () => {
		const css = readFileSync('src/styles/tokens.css', 'utf8');
		const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1];
		const { paper, ink, inkSoft, line, seal } = fileColours;
		expect([paper, ink, inkSoft, line, seal]).toEqual(['paper', 'ink', 'ink-soft', 'line', 'seal'].map(token));
	});

	it.each(['months', 'bars'] as const)(
		'stands alone, says its title, numbers and source, and carries no markup of a name: %s',
		(kind) => {
			const file = drawFile({ ...chart, kind });
			expect(file).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
			expect(file).not.toMatch(/<b>|<script|<style|href=|class=|NaN|undefined/);
			for (const words of ['2024年', '2023年', '62', '20', '&#60;3', '来源：太平场镇']) expect(file).toContain(words);
			expect(file).toContain('办宴 &#60;b&#62;&#38;&#34;');
		}
	);

	it('says of which year the festivals are where it compares two, since they move', () => {
		const words = '月份下面的节日是2024年的';
		expect(drawFile(chart)).toContain(words);
		expect(drawFile({ ...chart, cells: [cell('2024-02', 20, null)] }), 'one year alone').not.toContain(words);
		expect(drawFile({ ...chart, cells: [cell('2024-01', 20, 62)] }), 'without a festival').not.toContain(words);
	});

	it('draws a share in percent against the whole', () => {
		const bar = (file: string) => /<rect[^>]* width="([\d.]+)"[^>]*height="18"/.exec(file)?.[1];
		const cells = [cell('三星村', 65, null)];
		expect(bar(drawFile({ ...chart, kind: 'bars', cells }))).toBe('1080');
		expect(bar(drawFile({ ...chart, kind: 'bars', cells, full: 100 }))).toBe('702');
	});

	it('draws a withheld number as a dashed stub of one size, whatever it is', () => {
		const stub = (drawn: string) => /<rect[^>]*stroke="#231e18" stroke-dasharray[^>]*>/.exec(drawn)?.[0];
		const [low, high] = [
			drawFile(chart),
			drawFile({ ...chart, cells: [cell('2024-01', 20, 62), cell('2024-02', null, 60)] })
		];
		expect(stub(low)).toBeDefined();
		expect(stub(low)).toBe(stub(high));
	});
});

it('this year’s number is written above last year’s bar where the head of that would run through it', () => {
	expect([numberHeight(40, 45, 9), numberHeight(40, 49, 9)]).toEqual([45, 49]);
	expect([numberHeight(40, 40, 9), numberHeight(40, 30, 9), numberHeight(40, 60, 9)]).toEqual([40, 40, 40]);
});

it('a chart without anything of the other period does not name it, nor has dashes for it', () => {
	const alone = [cell('2024-01', 20, null), cell('2024-02', 5, null)];
	for (const kind of ['months', 'bars'] as const) {
		const file = drawFile({ ...chart, kind, cells: alone });
		expect(file).not.toContain('2023年');
		expect(file).not.toMatch(/—|→/);
	}
	expect(isCompared(alone)).toBe(false);
	const withdrawn = { ...cell('2024-03', 5, null), previousShown: 'withdrawn' } as const;
	expect(isCompared([...alone, withdrawn]), 'a number that was taken back is named').toBe(true);
});
