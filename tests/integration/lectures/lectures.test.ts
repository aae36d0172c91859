import { describe, expect, test } from 'vitest';
import { findLecture } from '../../../src/lib/server/db/lectures/lectures';
import { describeLecture, readLecture } from '../../../src/lib/server/lectures/lectures';
import { lecture, describeIt, town, words, trail, newId, ledger, today, publicOf, freshTown } from './lecture-town';

freshTown();

describe('what a lecture says', () => {
	test('is written down by staff of its unit, the speaker’s name sealed', async () => {
		const eventId = await lecture();
		expect(await describeIt(eventId)).toEqual({ ok: true });
		expect(await readLecture(town.ctx, eventId)).toEqual({ ...words(), isNamed: false });
		expect(JSON.stringify(await findLecture(town.ctx.db, eventId))).not.toContain('赵甲一');
		expect(await trail()).not.toContain('赵甲一');
	});

	test('is not another village’s cadre’s, nor a volunteer’s, to write', async () => {
		const eventId = await lecture();
		for (const by of ['he', 'mei'] as const)
			expect(await describeIt(eventId, {}, by)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await describeLecture(town.visitor, { id: newId(), eventId, ...words() })).toEqual({
			ok: false,
			refusal: 'not-your-unit'
		});
		expect(await describeIt(newId())).toEqual({ ok: false, refusal: 'event-not-found' });
	});

	test('is of lectures alone, for every writer to the table', async () => {
		const { id } = await ledger.event('performance', 'sanxing', today);
		expect(await describeIt(id)).toEqual({ ok: false, refusal: 'not-a-lecture' });
	});

	test('needs a speaker or where the speaker comes from; a name in public needs a name', async () => {
		const eventId = await lecture();
		expect(await describeIt(eventId, { speaker: null, speakerFrom: '' })).toEqual({
			ok: false,
			refusal: 'speaker-missing'
		});
		expect(await describeIt(eventId, { speaker: null, isNamed: true })).toEqual({
			ok: false,
			refusal: 'speaker-name-for-consent'
		});
		expect(await describeIt(eventId, { speaker: null })).toEqual({ ok: true });
	});

	test('may be put right after it took place; the old values stay in the audit entry, the name never', async () => {
		const eventId = await lecture('sanxing', today, true);
		await describeIt(eventId);
		await describeIt(eventId, { speaker: '钱甲一', placeKind: 'school' });
		const entries = await trail();
		expect(entries).toContain('correctLecture');
		expect(entries).toContain(String.raw`\"before\":{\"placeKind\":\"courtyard\"}`);
		expect(entries).toContain(String.raw`\"isSpeakerChanged\":true`);
		expect(entries).not.toContain('钱甲一');
		expect((await readLecture(town.ctx, eventId))?.speaker).toBe('钱甲一');
	});

	test('names the speaker in public only with leave; a leave is kept with who wrote it down, and ends with another speaker', async () => {
		const eventId = await lecture();
		await describeIt(eventId);
		expect((await publicOf(eventId)).speaker).toBe('镇卫生院');
		await describeIt(eventId, { isNamed: true });
		expect((await publicOf(eventId)).speaker).toBe('镇卫生院 赵甲一');
		const at = town.ctx.now();
		town.clock.advance(60_000);
		await describeIt(eventId, { isNamed: true, targetGroup: 'women' }, 'zhou');
		expect(await findLecture(town.ctx.db, eventId)).toMatchObject({ agreedAt: at, agreedById: town.accounts.liu.id });
		await describeIt(eventId, { isNamed: true, speaker: '钱甲一' }, 'zhou');
		expect(await findLecture(town.ctx.db, eventId)).toMatchObject({ agreedById: town.accounts.zhou.id });
	});
});
