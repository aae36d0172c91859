import { expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import type { Matter } from '../../../src/lib/domain/messages/matter';
import { matterText, messageWords } from '../../../src/lib/ui/messages/matter-words';

const reminder: Matter = {
	kind: 'reminder',
	title: '健康讲座',
	place: '文化广场',
	partySize: 2,
	granted: 2,
	contactPhone: '02371234567',
	startsAt: instantOf('2026-04-01', '09:00'),
	endsAt: instantOf('2026-04-01', '11:00'),
	reason: null,
	unanswered: 0,
	today: '2026-03-31'
};
const letter = (matter: Matter, language: 'zh-CN' | 'en' = 'zh-CN') =>
	messageWords({ ...matter, name: '试名甲', language });

it('a reminder says tomorrow the day before, today on the day itself, and else the date', () => {
	expect(matterText(reminder)).toContain('提醒您：明天有您报名的');
	expect(letter(reminder).subject).toBe('明天见：健康讲座');
	const late = { ...reminder, today: '2026-04-01' };
	expect(matterText(late)).toContain('提醒您：今天有您报名的');
	expect(matterText(late)).not.toContain('明天');
	expect(letter(late).subject).toBe('今天见：健康讲座');
	expect(matterText({ ...reminder, today: '2026-03-29' })).toContain('2026年4月1日（周三）有您报名的');
	expect(letter(late, 'en').text).toContain('today is “健康讲座”');
});

it('a reminder asks for the answers that are missing, and says nothing of them when there are none', () => {
	expect(matterText({ ...reminder, unanswered: 2 })).toContain('还有 2 项要答的没有答');
	expect(matterText(reminder)).not.toContain('没有答');
});
