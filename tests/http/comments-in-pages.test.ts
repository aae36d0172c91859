import { expect, inject, it } from 'vitest';
import { signInAs } from './crawl/sign-in-as';
import { Session } from './session';

const commentsOf = async (session: Session, path: string) => {
	const { headers, body } = await session.get(path);
	expect(headers.get('content-type'), path).toContain('text/html');
	return body.toString().match(/<!--.*?-->/gs) ?? [];
};

it('a page without scripts holds no comments', async () => {
	const visitor = new Session(inject('address'));
	const cadre = new Session(inject('address'));
	await signInAs(cadre, 'wu');
	for (const path of ['/', '/events', '/trends', '/privacy', '/sign-in', '/no-such-page'])
		expect(await commentsOf(visitor, path), path).toEqual([]);
	for (const path of ['/desk', '/desk/banquets', '/account']) expect(await commentsOf(cadre, path), path).toEqual([]);
});

it('a page that runs scripts keeps the marks by which Svelte takes it over', async () => {
	const cadre = new Session(inject('address'));
	await signInAs(cadre, 'wu');
	const marks = await commentsOf(cadre, '/desk/screen');
	expect(marks).toEqual(expect.arrayContaining(['<!--[-->', '<!--]-->']));
});
