import { expect, test } from 'vitest';
import { headingWords } from '../../../src/lib/domain/ledgers/heading-words';
import { readRow } from '../../../src/lib/domain/ledgers/ledger-row';
import {
	findLedgerUnit,
	findUnitInTitle,
	groupInCell,
	listLedgerGroups,
	namesOfUnits
} from '../../../src/lib/domain/ledgers/ledger-unit';
import { ledgerDefinitions, ledgers } from '../../../src/lib/domain/ledgers/ledgers';
import { recognizeColumns } from '../../../src/lib/domain/ledgers/sheets/headings.js';
import { yearIn } from '../../../src/lib/domain/ledgers/sheets/ledger-table.js';
import { skipOf } from '../../../src/lib/domain/ledgers/sheets/skipped-lines.js';
import { reading } from './row-reading';

// Twenty times as long as a cell of a file may be: what takes the square of its length takes seconds here, what grows with it some milliseconds.
const length = 10_000;
const mostMs = 120;

const pieces = [
	...'()[]{}（）【】 \t\n。.,，、;；:：-~至到/\\|*+?=!@_"“”〃',
	...'019一二十百万〇年月日号初廿正闰农公历周上午村社组居约余几未没不无取人桌aT·•…⑴㈠\u200b\u202e\ufffd',
	...'(1 )( 1) 1- 1. 1: 一年 村民 1组 农历 (周一) 正月 1点 。a ，一 1月 1日 (a) ·张 1,1 - 𝟙( … …a'.split(' ')
];
const bodies = pieces.flatMap((piece) => {
	const body = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
	return [body, `1${body.slice(1)}日`, `${body.slice(1)}x`];
});

const unit = (id: string, kind: 'village' | 'group', name: string, parentId: string | null) => ({
	...{ id, kind, name, parentId },
	nameEn: null
});
const units = namesOfUnits([unit('s', 'village', '三星村', null), unit('s1', 'group', '三星村一组', 's')]);
const known = headingWords('banquets');

/** The least time of some attempts, for the machine may be busy with other work. */
function leastMs(work: () => unknown): number {
	let least = Infinity;
	for (let attempt = 0; attempt < 4 && least > mostMs; attempt++) {
		const from = performance.now();
		work();
		least = Math.min(least, performance.now() - from);
	}
	return least;
}

const expectQuick = (work: (text: string) => unknown) => {
	for (const text of bodies)
		expect(
			leastMs(() => work(text)),
			JSON.stringify(text.slice(0, 12))
		).toBeLessThan(mostMs);
};

test.each(ledgers)('a row of %s takes no longer than its cells are long', { timeout: 60_000 }, (ledger) => {
	const { columns } = ledgerDefinitions[ledger];
	expectQuick((text) => readRow(ledger, Object.fromEntries(columns.map((column) => [column, text])), reading));
});

test('so do units, headings and titles', { timeout: 60_000 }, () => {
	expectQuick((text) => findLedgerUnit(units, text));
	expectQuick((text) => listLedgerGroups(units, 's', text));
	expectQuick((text) => groupInCell(text));
	expectQuick((text) => findUnitInTitle(units, text));
	expectQuick((text) => recognizeColumns(known, [text]));
	expectQuick((text) => yearIn(text));
	expectQuick((text) => skipOf(known, [text, text], []));
});
