import { describe, expect, test } from 'vitest';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import { eventFiles } from '../../../src/lib/server/db/schema/events/event-files';
import { listEventFiles, readFileBytes } from '../../../src/lib/server/db/events/event-files';
import { addEventFile, readEventFiles } from '../../../src/lib/server/events/event-files';
import { pdf } from '../ledgers/sample-documents';
import { photo, liu, town, eventId, freshTown } from './new-files';

freshTown();

describe('a photo', () => {
	test('is kept without its place and time, with who was asked, sealed', async () => {
		const command = photo();
		expect(await addEventFile(liu(), command)).toEqual({ ok: true });
		const bytes = Buffer.from((await readFileBytes(town.ctx.db, command.id))!);
		expect(bytes.includes('GPS')).toBe(false);
		expect(await readEventFiles(town.ctx, eventId)).toMatchObject([
			{ kind: 'photo', format: 'jpeg', size: bytes.length, asked: '到场的九位村民', consentOn: '2026-03-02' }
		]);
		const kept = JSON.stringify([
			await listEventFiles(town.ctx.db, eventId),
			await town.ctx.db.select().from(auditEntries)
		]);
		expect(kept).not.toContain('九位');
	});

	test('is refused without the consent of those it shows, for every writer to the table', async () => {
		expect(await addEventFile(liu(), photo({ isAgreed: false }))).toEqual({
			ok: false,
			refusal: 'photo-consent-missing'
		});
		expect(await addEventFile(liu(), photo({ askedOn: '2026-03-03' }))).toEqual({
			ok: false,
			refusal: 'date-in-future'
		});
		expect(await town.ctx.db.select().from(eventFiles)).toEqual([]);
	});

	test('that is no picture is refused, whatever its name', async () => {
		expect(await addEventFile(liu(), photo({ bytes: new Uint8Array(pdf()) }))).toEqual({
			ok: false,
			refusal: 'file-kind-wrong'
		});
	});
});
