import { afterEach, beforeEach } from 'vitest';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { answerRecord } from '../../../src/lib/server/banquets/household-answers';
import { newBanquet } from './new-banquet';
import { openTestTown, type TestTown } from '../test-town';

export const host = { hostName: '张试办', hostPhone: '13800000001' };
export let town: TestTown;
export let banquetId: string;
export let code: string;

/** A school banquet that a cadre found. */
export const record = (changes: object = {}) =>
	newBanquet(town, { ...host, origin: 'found', occasion: 'school', declaredOn: '2026-03-01', ...changes });

/** The household answers its record. Out: the id of the answer. */
export async function answer(text = '只办了十桌，不是三十桌。'): Promise<string> {
	const id = town.ctx.newId();
	const answered = await answerRecord(town.visitor, { id, banquetId, text });
	if (!answered.ok) throw new Error(answered.refusal);
	return id;
}

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		const declared = await declareBanquet(town.as('liu'), record());
		if (!declared.ok) throw new Error(declared.refusal);
		({ banquetId, code } = declared);
	});
	afterEach(() => town.close());
}
