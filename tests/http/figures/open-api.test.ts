import { test } from 'vitest';
import { expect } from '../expect';
import { newPage } from '../visit';

test('programs read the same figures, and are told in words what is wrong', async () => {
	const visitor = newPage().session;
	const answer = await visitor.get('/api/v1/figures?year=2024');
	expect(answer.headers.get('access-control-allow-origin')).toBe('*');
	const figures = answer.json() as { id: string }[];
	expect(figures.find(({ id }) => id === 'banquets-held')).toMatchObject({
		value: 161,
		previous: 403,
		changeRate: -60
	});
	expect((await visitor.get('/api/v1/figures?year=twenty')).status).toBe(400);
	expect((await visitor.get('/api/v1/trends/banquets-held?year=2024&by=household')).status).toBe(400);
	expect((await visitor.get('/api/v1/figures?year=2024', { method: 'DELETE' })).status).toBe(405);
	expect((await visitor.get('/api/v1/nothing')).status).toBe(404);
});

test('what proxies may keep follows its address alone: the language of the calendar is not that of a cookie', async () => {
	const name = async (path: string, lang: string) => {
		const answer = await newPage().session.get(path, { headers: { cookie: `lang=${lang}` } });
		expect(answer.headers.get('cache-control')).toContain('public');
		return /X-WR-CALNAME:(.*)/.exec(answer.text())![1];
	};
	const [chinese, english] = ['/api/v1/events.ics', '/api/v1/events.ics?lang=en'];
	expect(await name(chinese, 'en')).toBe(await name(chinese, 'zh-CN'));
	expect(await name(english, 'zh-CN')).toBe(await name(english, 'en'));
	expect(await name(english, 'zh-CN')).not.toBe(await name(chinese, 'en'));
});
