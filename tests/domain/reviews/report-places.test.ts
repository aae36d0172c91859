import { expect, test } from 'vitest';
import { nothingAdded } from '../../../src/lib/domain/activities/added-work';
import { reportTemplate } from '../../../src/lib/domain/reviews/report-template';

test('the review that any town begins with names no place of one town', () => {
	expect(reportTemplate(nothingAdded, 2025)).not.toMatch(/南川|宏仁|少年军校|太平场/);
});
