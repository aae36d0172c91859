import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import type { Session } from '../../http/session';

const digits = '甲乙丙丁戊己庚辛壬癸';

/** Han characters alone, another name for each number. */
const nameOf = (nth: number) => `测${[...String(nth)].map((digit) => digits[Number(digit)]).join('')}`;

/** A ledger of banquets as an office keeps it, a household a row. */
function ledgerOf(rows: number): string {
	const year = new Date().getFullYear() - 1;
	const lines = Array.from({ length: rows }, (_, nth) => [
		nth + 1,
		nameOf(nth),
		'婚宴',
		addDays(`${year}-01-01`, nth % 365).replaceAll('-', '.'),
		'12桌',
		nth % 3 ? `138${String(nth).padStart(8, '0')}` : '',
		['已办', '取消不办', ''][nth % 3]
	]);
	const head = [[`${year}年三星村宴席台账`], ['序号', '户主', '事由', '日期', '桌数', '电话', '办理情况']];
	return [...head, ...lines].map((cells) => cells.join(',')).join('\n');
}

/** Brings a ledger in as a cadre does: sends the file, waits until it is read, and lands it. Out: the rows that landed. */
export async function importLedger(cadre: Session, rows: number): Promise<number> {
	const [id, form] = [v7(), new FormData()];
	for (const [name, value] of Object.entries({ id, ledger: 'banquets', sheet: '' })) form.append(name, value);
	form.append('file', new File([ledgerOf(rows)], '台账.csv', { type: 'text/csv' }));
	const page = `/desk/imports/${id}`;
	await cadre.post('/desk/imports/new', form);
	await untilShown(cadre, page, '?/land');
	await cadre.post(`${page}?/land`, { id: v7() });
	const landed = await untilShown(cadre, page, '?/undo');
	return Number(/已写入 ([\d,]+) 条/.exec(landed)![1]!.replaceAll(',', ''));
}

async function untilShown(cadre: Session, page: string, action: string): Promise<string> {
	for (;;) {
		const text = (await cadre.get(page)).text();
		if (text.includes(action)) return text;
		if (text.includes('role="alert"')) throw new Error('the import was refused');
		await sleep(500);
	}
}
