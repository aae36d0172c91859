import { join } from 'node:path';
import LibsqlFile from 'libsql';
import { v7 } from 'uuid';
import { addDays, dateOf } from '../../src/lib/domain/calendar/calendar';
import { Page } from '../http/page';
import type { Session } from '../http/session';
import type { App } from './apps';
import { posting } from './load/request';
import type { Target } from './load/load';

/** A published event that takes any number of sign-ups. */
export interface RushEvent {
	/** Its public address, without the town's. */
	path: string;
	slotIds: string[];
	villageId: string;
	/** Sign-ups that were sent for it. */
	sent: number;
}

/** Makes and publishes an event with so many slots, as a cadre does on the desk. */
export async function openRush(cadre: Session, slots: number): Promise<RushEvent> {
	const page = new Page(cadre);
	await page.goto('/desk/events/new');
	const event = { kind: 'performance', title: '坝坝戏', place: '集镇文化广场', contactPhone: '02371234567' };
	page.selectOption('[name=kind]', event.kind);
	for (const field of ['title', 'place', 'contactPhone'] as const) page.fill(`[name=${field}]`, event[field]);
	for (const [field, value] of Object.entries(times(0))) page.fill(`[name="slots.0.${field}"]`, value);
	await page.getByRole('button', { name: '存为草稿' }).click();
	const desk = new URL(page.url()).pathname;
	for (let nth = 1; nth < slots; nth++)
		await cadre.post(`${desk}/slots?/add`, { id: v7(), ...times(nth), capacity: '' });
	await page.goto(desk);
	await page.getByRole('button', { name: '发布活动' }).click();
	return readEvent(new Page(cadre), desk.replace('/desk', ''));
}

/** Five days from now, an hour each. */
const times = (nth: number) => ({
	on: addDays(dateOf(Date.now()), 5 + Math.floor(nth / 10)),
	startsAt: `${String(8 + (nth % 10)).padStart(2, '0')}:00`,
	endsAt: `${String(9 + (nth % 10)).padStart(2, '0')}:00`
});

/** What a sign-up needs to know of an event. */
export async function readEvent(page: Page, path: string): Promise<RushEvent> {
	await page.goto(path);
	const slotIds = [...page.content().matchAll(/sign-up\?slot=([0-9a-f-]{36})/g)].map(([, id]) => id!);
	await page.goto(formOf({ path, slotIds }));
	return { path, slotIds, villageId: firstVillage(page), sent: 0 };
}

/** What a form offers first: a village, or in a town of many that one is from elsewhere. */
function firstVillage(page: Page): string {
	const values = page
		.locator('[name=villageId], [name=villageId] option')
		.all()
		.map((choice) => choice.getAttribute('value'));
	return values.find(Boolean)!;
}

/** The form's address, for one of the event's slots. */
export const formOf = ({ path, slotIds }: Pick<RushEvent, 'path' | 'slotIds'>, nth = 0) =>
	`${path}/sign-up?slot=${slotIds[nth % slotIds.length]}`;

let phones = Date.now() % 100_000_000;

/** What the form sends for a villager who has not signed up before. */
export function newSignup(event: RushEvent): Record<string, string> {
	const slotId = event.slotIds[event.sent++ % event.slotIds.length]!;
	const phone = `137${String(phones++ % 100_000_000).padStart(8, '0')}`;
	return { id: v7(), slotId, name: '试名甲', phone, villageId: event.villageId, partySize: '1' };
}

/** Sign-ups for an event, each by another villager, spread over its slots. */
export function signingUp(name: string, app: App, event: RushEvent): Target {
	const next = posting(app.address, formOf(event), () => newSignup(event));
	return { name, address: app.address, pid: app.pid, next, status: 303 };
}

/** How many sign-ups were sent for these events, and how many the app's file holds; null where the file is not ours to read. */
export function countStored({ dataDir }: App, events: readonly RushEvent[]): { sent: number; stored: number } | null {
	if (dataDir === undefined) return null;
	const file = new LibsqlFile(join(dataDir, 'xinfeng.db'), { readonly: true });
	const count = file.prepare('SELECT count(*) AS n FROM signups WHERE slot_id IN (SELECT value FROM json_each(?))');
	const { n } = count.get(JSON.stringify(events.flatMap(({ slotIds }) => slotIds))) as { n: number };
	file.close();
	return { sent: events.reduce((sum, { sent }) => sum + sent, 0), stored: n };
}
