import * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import { ownBanquetForm } from '../../src/lib/forms/banquets/household';
import { selfCheckForm } from '../../src/lib/forms/blood/self-check';
import { signupForm } from '../../src/lib/forms/signups/signup';
import { enterButton, findButton, listedField, searchField } from '../../src/lib/domain/units/unit-choice';
import { wrongInput } from '../../src/routes/door/[id=id]/answer';
import { busyField, readFields, readForm, sentTo } from '../../src/lib/server/form';

const typed = { slotId: 'x', name: '赵甲一', phone: '13800000000', partySize: '2', password: 'secret' };
const sent = () => new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(typed) });
const kept = { slotId: 'x', name: '赵甲一', phone: '13800000000', partySize: '2' };

test('wrong input is answered on its field and keeps what was typed, but no password', async () => {
	const form = await readForm(sent(), signupForm);
	expect(form).toMatchObject({ ok: false, failure: { status: 400, data: { values: kept } } });
	if (form.ok) throw new Error('the form was wrong');
	expect(Object.keys(form.state.errors)).toContain('slotId');
	expect(form.state.values).not.toHaveProperty('password');
});

test('errors come in the order of the fields, also those that are found once every field is read', async () => {
	const banquet = { hostName: '赵甲一', hostPhone: '13800000000', occasion: 'wedding', plannedOn: '2026-03-20' };
	const body = new URLSearchParams({ ...banquet, id: crypto.randomUUID(), meals: '1', tablesPlanned: '1500' });
	const form = await readForm(new Request('http://localhost/', { method: 'POST', body }), ownBanquetForm);
	if (form.ok) throw new Error('the form was wrong');
	expect(Object.entries(form.state.errors)).toEqual([
		['unitId', 'home-missing'],
		['tablesPlanned', 'tables-implausible'],
		['hasRead', 'notice-unread']
	]);
});

test('the self-check asks of an earlier donation only where one was chosen', async () => {
	const errorsOf = async (fields: Record<string, string>) => {
		const body = new URLSearchParams({
			bornOn: '1990-01-01',
			sex: 'male',
			wants: 'whole-blood',
			hasRead: 'yes',
			...fields
		});
		const form = await readForm(new Request('http://localhost/', { method: 'POST', body }), selfCheckForm);
		return form.ok ? [] : Object.keys(form.state.errors);
	};
	expect(await errorsOf({})).toEqual(['lastKind']);
	expect(await errorsOf({ lastKind: 'none' })).toEqual([]);
	expect(await errorsOf({ lastKind: 'whole-blood' })).toEqual(['lastOn', 'reaction']);
});

test('a wrong name among several is answered on their one field', async () => {
	const body = new URLSearchParams({ ...typed, companions: '钱乙二、王x1' });
	const form = await readForm(new Request('http://localhost/', { method: 'POST', body }), signupForm);
	if (form.ok) throw new Error('the form was wrong');
	expect(form.state.errors).toMatchObject({ companions: 'companion-wrong' });
	expect(form.state.errors).not.toHaveProperty(['companions.1']);
});

test('a refusal says by its status whether the record is another unit’s, not there, or only in the way', async () => {
	const schema = v.object({ name: v.string() });
	const form = await readForm(sent(), schema);
	if (!form.ok) throw new Error('the form was right');
	expect(form.refuse('not-your-unit', 'unitId').status).toBe(403);
	expect(form.refuse('dissuasion-unknown').status).toBe(404);
	expect(form.refuse('event-not-found', 'eventId').status).toBe(404);
	expect(form.refuse('slip-not-found').status).toBe(409);
	expect(form.refuse('village-unknown').status).toBe(409);
	expect(form.refuse('slot-full').status).toBe(409);
});

test('a form whose act was not done since the database was busy says so, keeps what was typed, and does not count', async () => {
	const body = new URLSearchParams({ ...typed, [busyField]: '1' });
	const form = await readForm(new Request('http://localhost/', { method: 'POST', body }), signupForm, () => {
		throw new Error('it counted');
	});
	expect(form).toMatchObject({ ok: false, failure: { status: 503, data: { values: kept } } });
	if (form.ok) throw new Error('the act was done');
	expect(form.state.errors).toEqual({ form: 'database-busy' });
	expect(Object.keys(form.state.values)).toEqual(Object.keys(kept));
	expect(wrongInput(form.state.errors), 'at the door too').toBe('database-busy');
});

test('a field that is far too long is answered on itself, and nothing is worked out of it', async () => {
	const schema = v.object({
		name: v.pipe(
			v.string(),
			v.transform(() => {
				throw new Error('it was worked out');
			})
		),
		body: v.string()
	});
	const read = (fields: Record<string, string>) =>
		readForm(new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(fields) }), schema);
	const name = `Ze${'\u0301'.repeat(100_000)}`;
	const form = await read({ name, body: '' });
	expect(form).toMatchObject({ ok: false, failure: { status: 400, data: { errors: { name: 'text-too-long' } } } });
	if (form.ok) throw new Error('the form was wrong');
	expect(form.state.values.name, 'nothing typed is lost').toBe(name);
	const bodyOf = (length: number) => readForm(sentBody(length), v.object({ body: v.string() }));
	const sentBody = (length: number) =>
		new Request('http://localhost/', { method: 'POST', body: new URLSearchParams({ body: '文'.repeat(length) }) });
	expect(await bodyOf(25_000), 'the text of a report is longer').toMatchObject({ ok: true });
	expect(await bodyOf(40_001)).toMatchObject({ ok: false });
});

test('a body that is no form is a bad request and no fault', async () => {
	const body = new Request('http://localhost/', {
		method: 'POST',
		body: 'a=1',
		headers: { 'content-type': 'text/plain' }
	});
	await expect(readForm(body, signupForm)).rejects.toMatchObject({ status: 400 });
});

test('a form with far more fields than any of ours is a bad request, and nothing walks through them', async () => {
	const body = new URLSearchParams(Array.from({ length: 5001 }, (_, nth) => [`f${nth}`, '']));
	const form = readForm(new Request('http://localhost/', { method: 'POST', body }), signupForm);
	await expect(form).rejects.toMatchObject({ status: 400 });
});

test('one too many is answered so, and keeps what was typed as well', async () => {
	const form = await readForm(sent(), signupForm, () => Promise.resolve(false));
	expect(form).toMatchObject({
		ok: false,
		failure: { status: 429, data: { values: kept, errors: { form: 'too-many-tries' } } }
	});
});

test('a refusal of the record that the address names is the error page: no form can mend it', async () => {
	const form = await readForm(sent(), v.object({ name: v.string() }));
	if (!form.ok) throw new Error('the form was right');
	const thrown = (status: number) => expect.objectContaining({ status });
	expect(() => form.refuse('not-your-unit')).toThrow(thrown(403));
	expect(() => form.refuse('event-not-found')).toThrow(thrown(404));
	expect(() => form.refuse('elder-unknown')).toThrow(thrown(404));
	expect(form.refuse('not-your-unit', 'unitId').data.errors).toEqual({ unitId: 'not-your-unit' });
});

test('a form sent by a switch of view or language is shown again as it was typed, without errors', async () => {
	const body = new URLSearchParams({ ...typed, view: 'elder' });
	const form = await readForm(new Request('http://localhost/', { method: 'POST', body }), signupForm);
	expect(form).toMatchObject({ ok: false, failure: { values: kept, errors: {} } });
	expect(form).not.toHaveProperty('failure.status');
});

describe('a form with a name to look for', () => {
	const schema = v.object({ unitId: v.string() });
	const post = (more: Record<string, string>) =>
		new Request('http://localhost/', { method: 'POST', body: new URLSearchParams({ unitId: 'old', ...more }) });
	const name = { [searchField('unitId')]: ' 三星 ' };

	test('is shown again as it was typed by the button that looks for it, and is not done', async () => {
		const form = await readForm(post({ ...name, [findButton]: 'unitId' }), schema);
		expect(form).toMatchObject({ ok: false, state: { values: { unitId: 'old', ...name }, errors: {} } });
		if (form.ok) throw new Error('the form was not to be done');
		expect(form.state.values).not.toHaveProperty(findButton);
	});

	test('is shown again, and not done, when Enter sends it while a name waits to be looked for', async () => {
		const complete = vi.fn(async () => {});
		const mayTry = vi.fn(() => Promise.resolve(true));
		const form = await readForm(post({ ...name, [enterButton]: '1' }), schema, mayTry, complete);
		expect(form).toMatchObject({
			ok: false,
			state: { values: { unitId: 'old', ...name }, looked: 'unitId', errors: {} }
		});
		if (form.ok) throw new Error('the form was not to be done');
		expect(form.state.values).not.toHaveProperty(enterButton);
		expect(mayTry).not.toHaveBeenCalled();
		const listed = { ...name, [listedField('unitId')]: '三星' };
		expect(await readForm(post({ ...listed, [enterButton]: '1' }), schema)).toMatchObject({ ok: true });
	});

	test('is refused on its field while its list was made for another name', async () => {
		expect(await readForm(post(name), schema)).toMatchObject({
			ok: false,
			state: { errors: { unitId: 'unit-not-chosen' } }
		});
		expect(await readForm(post({ ...name, [listedField('unitId')]: '河沙' }), schema)).toMatchObject({ ok: false });
	});

	test('has only the finders of its own fields, also where its schema reads them in steps', async () => {
		const strange = await readForm(post({ [searchField('strange')]: '三星' }), schema);
		expect(strange, 'what no page asks for is not looked at').toMatchObject({ ok: true });
		const inSteps = v.pipe(v.record(v.string(), v.string()), schema);
		expect(await readForm(post(name), inSteps)).toMatchObject({ state: { errors: { unitId: 'unit-not-chosen' } } });
	});

	test('is counted before a name is looked for, which takes time', async () => {
		const order: string[] = [];
		const note = (step: string, mayTry = true) => Promise.resolve(order.push(step)).then(() => mayTry);
		const complete = async () => void (await note('look'));
		await readForm(post({}), schema, () => note('count'), complete);
		const refused = await readForm(post({}), schema, () => note('refuse', false), complete);
		expect(order).toEqual(['count', 'look', 'refuse']);
		expect(refused).toMatchObject({ failure: { status: 429 } });
	});

	test('is done once its list was made for that name', async () => {
		expect(await readForm(post({ ...name, [listedField('unitId')]: '三星' }), schema)).toMatchObject({ ok: true });
	});
});

test('a page knows the form that its action read, and else the query of its address', async () => {
	const event = { request: sent(), url: new URL('http://localhost/?name=asked') };
	expect(sentTo(event).get('name')).toBe('asked');
	const fields = await readFields(event.request);
	expect(sentTo(event).get('name')).toBe('赵甲一');
	expect(await readFields(event.request), 'a request is read once').toBe(fields);
});
