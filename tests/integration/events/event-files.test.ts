import { describe, expect, test } from 'vitest';
import { eventFiles } from '../../../src/lib/server/db/schema/events/event-files';
import { findEventFile, listEventFiles, readFileBytes } from '../../../src/lib/server/db/events/event-files';
import { readPublicEvent } from '../../../src/lib/server/db/events/public-event';
import { addEventFile, removeEventFile } from '../../../src/lib/server/events/event-files';
import { ledgerOf } from '../rows/ledger-rows';
import { pdf } from '../ledgers/sample-documents';
import { png } from '../ledgers/sample-pictures';
import { newId, eventId, town, liu, photo, freshTown } from './new-files';

freshTown();

const material = (over = {}) => ({
	id: newId(),
	eventId,
	kind: 'material' as const,
	title: '一页纸',
	bytes: new Uint8Array(pdf()),
	...over
});

const remove = (fileId: string, by: 'liu' | 'he' | 'mei' = 'liu') =>
	removeEventFile(town.as(by), { id: newId(), eventId, fileId, reason: '有人不同意了' });

describe('files', () => {
	test('are added and removed by staff of the event’s unit alone', async () => {
		const command = material();
		for (const name of ['he', 'tang', 'mei'] as const)
			expect(await addEventFile(town.as(name), command)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await addEventFile(town.visitor, command)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await addEventFile(liu(), command)).toEqual({ ok: true });
		for (const name of ['he', 'mei'] as const)
			expect(await remove(command.id, name)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await addEventFile(liu(), material({ eventId: newId() }))).toEqual({
			ok: false,
			refusal: 'event-not-found'
		});
	});

	test('are on the public page of the event in the order they came, without those that were removed', async () => {
		const ids = Array.from({ length: 3 }, () => newId());
		for (const [nth, id] of ids.entries()) {
			town.clock.advance(-60_000);
			const words = { id, title: `第${nth}份` };
			await addEventFile(liu(), nth === 1 ? photo(words) : material(words));
		}
		await remove(ids[2]!);
		const { files } = (await readPublicEvent(town.ctx.db, eventId))!;
		expect(files.map(({ title, kind }) => [title, kind])).toEqual([
			['第1份', 'photo'],
			['第0份', 'material']
		]);
		expect(Object.keys(files[0]!).sort()).toEqual(['format', 'hash', 'id', 'kind', 'size', 'title']);
	});

	test('sent twice are one', async () => {
		const command = material();
		await Promise.all([addEventFile(liu(), command), addEventFile(liu(), command)]);
		expect(await listEventFiles(town.ctx.db, eventId)).toHaveLength(1);
	});

	test('are six of a kind at most, also when two come at once; a removed one makes room', async () => {
		const ids = Array.from({ length: 6 }, () => newId());
		for (const id of ids.slice(0, 5)) await addEventFile(liu(), material({ id }));
		const both = await Promise.all([addEventFile(liu(), material({ id: ids[5] })), addEventFile(liu(), material())]);
		expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
		expect(await addEventFile(liu(), material())).toEqual({ ok: false, refusal: 'too-many-files' });
		expect(await addEventFile(liu(), photo())).toEqual({ ok: true });
		await remove(ids[0]!);
		expect(await addEventFile(liu(), material())).toEqual({ ok: true });
	});

	test('once removed are gone: bytes, words and consent; each is removed once', async () => {
		const command = photo();
		await addEventFile(liu(), command);
		const gone = { ok: false, refusal: 'file-unknown' };
		const answers = await Promise.all([remove(command.id), remove(command.id)]);
		expect(answers).toContainEqual({ ok: true });
		expect(answers).toContainEqual(gone);
		expect(await remove(command.id)).toEqual(gone);
		expect(await findEventFile(town.ctx.db, command.id)).toBeNull();
		expect(await readFileBytes(town.ctx.db, command.id)).toBeNull();
		const [row] = await town.ctx.db.select().from(eventFiles);
		expect(row).toMatchObject({ bytes: null, title: '', consentSealed: 'erased' });
	});

	test('of another event are not removed from here', async () => {
		const other = (await ledgerOf(town).event('lecture', 'sanxing', '2026-03-02', { topic: 'health' })).id;
		const command = material({ eventId: other });
		await addEventFile(liu(), command);
		expect(await remove(command.id)).toEqual({ ok: false, refusal: 'file-unknown' });
	});

	test('a PNG of a real dot comes out whole', async () => {
		const command = photo({ bytes: new Uint8Array(png()) });
		await addEventFile(liu(), command);
		expect(Buffer.from((await readFileBytes(town.ctx.db, command.id))!).equals(png())).toBe(true);
	});
});
