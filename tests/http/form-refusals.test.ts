import { test } from 'vitest';
import { expect } from './expect';
import { newPage } from './visit';

test('a form sent from another site is refused', async () => {
	const visitor = newPage().session;
	const answer = await visitor.post('/', { name: 'x' }, { headers: { origin: 'http://elsewhere.example' } });
	expect(answer.status).toBe(403);
});

test('what is no form, or names no action, is refused and is no fault', async () => {
	const visitor = newPage().session;
	const text = { body: 'phone=1', type: 'text/plain' };
	const broken = { body: '--x\r\nnonsense', type: 'multipart/form-data; boundary=y' };
	for (const { body, type } of [text, broken]) {
		for (const path of ['/slip', '/sign-in', '/pledge', '/preferences', '/people/forget'])
			expect((await visitor.post(path, body, { headers: { 'content-type': type } })).status, path).toBe(400);
	}
	for (const path of ['/slip?/default', '/slip?/nothing'])
		expect((await visitor.post(path, { a: '1' })).status, path).toBe(404);
	const json = { headers: { 'content-type': 'application/json' } };
	expect((await visitor.post('/slip', JSON.stringify({ a: 1 }), json)).status).toBe(415);
});

test('a form that is too large is refused with a short text', async () => {
	const answer = await newPage().session.post('/', { name: 'x'.repeat(300_000) });
	expect(answer.status).toBe(413);
	expect(answer.text()).toContain('256 KB');
});
