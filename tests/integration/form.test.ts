import { expect, test } from 'vitest';
import { signupForm } from '../../src/lib/forms/signup';
import { readForm } from '../../src/lib/server/form';

const typed = { slotId: 'x', name: '赵甲一', phone: '13800000000', partySize: '2', password: 'secret' };
const sent = () => new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(typed) });
const kept = { slotId: 'x', name: '赵甲一', phone: '13800000000', partySize: '2' };

test('wrong input is answered on its field and keeps what was typed, but no password', async () => {
	const form = await readForm(sent(), signupForm);
	expect(form).toMatchObject({ ok: false, failure: { status: 400, data: { values: kept } } });
	if (!form.ok) expect(Object.keys(form.failure.data.errors)).toContain('slotId');
	if (!form.ok) expect(form.failure.data.values).not.toHaveProperty('password');
});

test('one too many is answered so, and keeps what was typed as well', async () => {
	const form = await readForm(sent(), signupForm, false);
	expect(form).toMatchObject({
		ok: false,
		failure: { status: 429, data: { values: kept, errors: { form: 'too-many-tries' } } }
	});
});
