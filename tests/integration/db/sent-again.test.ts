import { describe, expect, test } from 'vitest';
import { recordActivity } from '../../../src/lib/server/activities/activities';
import { removeActivity } from '../../../src/lib/server/activities/activity-corrections';
import { digestForm, keepContents } from '../../../src/lib/server/form-digest';
import { changePassword } from '../../../src/lib/server/people/accounts';
import { issuePledgeText } from '../../../src/lib/server/pledges/pledge-texts';
import { signPledge } from '../../../src/lib/server/pledges/pledges';
import { assignTask } from '../../../src/lib/server/targets/tasks';
import { setHouseholds } from '../../../src/lib/server/units/households';
import { freshTown, meeting, newId, town } from '../activities/activity-town';
import { castPassword } from '../cast';
import { send } from '../sent-form';

const sentAlready = { ok: false, refusal: 'form-sent-already' };

freshTown();

describe('a form sent again with other contents', () => {
	test('is refused by verbs that answer before they write', async () => {
		const text = {
			audience: 'household',
			title: '文明办席承诺书',
			body: '不比阔气。',
			effectiveOn: '2026-03-01'
		} as const;
		const issue = { ...text, id: newId() };
		expect(await send(issuePledgeText, town.as('zhou'), issue)).toMatchObject({ ok: true });
		expect(await send(issuePledgeText, town.as('zhou'), { ...issue, body: '从简办席。' })).toEqual(sentAlready);

		const pledge = {
			id: newId(),
			textId: issue.id,
			name: '试名甲',
			phone: '13800000001',
			villageId: town.units.sanxing
		};
		expect(await send(signPledge, town.visitor, pledge)).toMatchObject({ ok: true });
		expect(await send(signPledge, town.visitor, pledge)).toMatchObject({ ok: true });
		expect(await send(signPledge, town.visitor, { ...pledge, villageId: town.units.hesha })).toEqual(sentAlready);

		const task = { unitId: town.units.sanxing, figure: 'villagers-meetings' as const, quantity: 2, note: '' };
		const assigned = { ...task, id: newId(), dueOn: '2026-03-20' };
		expect(await send(assignTask, town.as('zhou'), assigned)).toEqual({ ok: true });
		expect(await send(assignTask, town.as('zhou'), { ...assigned, quantity: 9 })).toEqual(sentAlready);

		const activity = meeting();
		await recordActivity(town.as('liu'), activity);
		const removal = { id: newId(), activityId: activity.id, reason: '重复登记' };
		expect(await send(removeActivity, town.as('liu'), removal)).toEqual({ ok: true });
		expect(await send(removeActivity, town.as('liu'), removal)).toEqual({ ok: true });
		expect(await send(removeActivity, town.as('liu'), { ...removal, reason: '记错了村' })).toEqual(sentAlready);
	});

	test('changes no password: it is answered as done only while its password is in force', async () => {
		const change = {
			id: town.ctx.newId(),
			currentPassword: castPassword,
			newPassword: 'xiangjian-2027-lu',
			token: 'x'
		};
		expect(await send(changePassword, town.as('liu'), change)).toMatchObject({ ok: true });
		expect(await send(changePassword, town.as('liu'), change)).toMatchObject({ ok: true });
		const other = { ...change, newPassword: 'chunfeng-2027-qiao' };
		expect(await send(changePassword, town.as('liu'), other)).toEqual(sentAlready);
		const { rows } = await town.ctx.db.$client.execute(
			"select form_digest from audit_entries where verb = 'changePassword'"
		);
		const sent = new FormData();
		keepContents(sent, { id: change.id, token: 'x' });
		expect(rows, 'nothing of a password is in the digest').toEqual([
			{ form_digest: await digestForm(town.ctx.keys, sent, change.id) }
		]);
	});

	test('is answered as before where its act is from before digests were kept', async () => {
		const form = { id: town.ctx.newId(), unitId: town.units.sanxing, fromOn: '2026-01-01', households: 700 };
		expect(await setHouseholds(town.as('zhou'), form)).toEqual({ ok: true });
		expect(await send(setHouseholds, town.as('zhou'), { ...form, households: 800 })).toEqual({ ok: true });
	});
});
