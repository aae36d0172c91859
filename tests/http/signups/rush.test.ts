import { test } from 'vitest';
import { expect } from '../expect';
import type { Page } from '../page';
import { newPage, newPhone, pageOf } from '../visit';
import { addDays, dateOf } from '../../../src/lib/domain/calendar/calendar';

const places = 50;
const people = 300;

test(
	'three hundred at once for fifty places, over HTTP: fifty confirmed, all others in line, no fault',
	{ timeout: 300_000 },
	async () => {
		const wu = await pageOf('wu');
		const event = await openEvent(wu);
		const villager = newPage();
		await villager.goto(event);
		const slot = /sign-up\?slot=([0-9a-f-]{36})/.exec(villager.content())![1]!;
		await villager.goto(`${event}/sign-up?slot=${slot}`);
		const villageId = villager.locator('[name=villageId]').first().getAttribute('value')!;

		const answers = await Promise.all(
			Array.from({ length: people }, async (_, i) => {
				const form = { id: newId(i), slotId: slot, name: '试名丙', phone: newPhone(), villageId, partySize: '1' };
				return (await villager.session.post(`${event}/sign-up?slot=${slot}`, form, { follow: false })).status;
			})
		);
		expect(answers.filter((answer) => answer === 303)).toHaveLength(people);

		const list = (await newPage().session.get(event)).text();
		const rows = readList((await wu.session.get(`/desk${event}/list`)).text());
		expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: people }, (_, nth) => nth + 1));
		expect(rows.filter(({ status }) => status.includes('已确认'))).toHaveLength(places);
		expect(
			rows.slice(0, places).every(({ status }) => status.includes('已确认')),
			'the first to arrive are in'
		).toBe(true);
		expect(rows.slice(places).map(({ status }) => Number(/候补第 (\d+) 位/.exec(status)?.[1]))).toEqual(
			Array.from({ length: people - places }, (_, nth) => nth + 1)
		);
		expect(list, 'nobody is confirmed beyond the capacity; the others wait').toContain(`${people - places} 户在候补`);
	}
);

/** The rows of the desk's list, as the page has them: number of arrival, and all cells, the status among them. */
function readList(html: string): { seq: number; status: string }[] {
	return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
		.map(([, row]) =>
			[...row!.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell!.replace(/<[^>]*>/g, '').trim())
		)
		.filter((cells) => cells.length > 0)
		.map((cells) => ({ seq: Number(cells.find((cell) => /^\d+$/.test(cell))), status: cells.join(' ') }));
}

/** A published event with one slot of fifty places, made on the desk as a cadre would. Out: its public address. */
async function openEvent(cadre: Page): Promise<string> {
	await cadre.goto('/desk/events/new');
	cadre.selectOption('[name=kind]', 'performance');
	cadre.fill('[name=title]', '三百人抢五十个名额');
	cadre.fill('[name=place]', '集镇文化广场');
	cadre.fill('[name=contactPhone]', '02371234567');
	cadre.fill('[name="slots.0.on"]', addDays(dateOf(Date.now()), 5));
	cadre.fill('[name="slots.0.startsAt"]', '09:00');
	cadre.fill('[name="slots.0.endsAt"]', '10:00');
	cadre.fill('[name="slots.0.capacity"]', String(places));
	await cadre.getByRole('button', { name: '存为草稿' }).click();
	await cadre.getByRole('button', { name: '发布活动' }).click();
	expect(cadre.getByRole('status')).toContainText('已发布');
	return new URL(cadre.url()).pathname.replace('/desk', '');
}

const newId = (nth: number) =>
	`01990000-0000-7${Date.now().toString(16).slice(-3)}-8000-${String(nth).padStart(12, '0')}`;
