import fc from 'fast-check';
import { expect } from 'vitest';
import { maxParty } from '../../../src/lib/domain/signups/signup';
import { editSlot } from '../../../src/lib/server/events/slot-edits';
import { signUp } from '../../../src/lib/server/signups/signups';
import { changeParty } from '../../../src/lib/server/signups/signup-changes';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { moveInLine } from '../../../src/lib/server/signups/waitlist';
import { newSignup, openSlot, slotTimes, type OpenSlot } from '../events/open-slot';
import { SlotModel, type ModelAnswer } from './slot-model';
import type { TestTown } from '../test-town';

type Step =
	| { does: 'come'; party: number; acceptsSome: boolean }
	| { does: 'leave'; who: number }
	| { does: 'resize'; who: number; party: number; acceptsSome: boolean }
	| { does: 'move'; who: number; to: number }
	| { does: 'edit'; capacity: number | null }
	/** Sends an act that has landed once more. */
	| { does: 'repeat'; which: number };

const nat = fc.nat({ max: 1000 });
const party = fc.integer({ min: 1, max: maxParty });
const capacity = fc.option(fc.integer({ min: 1, max: 14 }), { nil: null, freq: 8 });
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ does: fc.constant('come' as const), party, acceptsSome: fc.boolean() }) },
	{ weight: 3, arbitrary: fc.record({ does: fc.constant('leave' as const), who: nat }) },
	{
		weight: 3,
		arbitrary: fc.record({ does: fc.constant('resize' as const), who: nat, party, acceptsSome: fc.boolean() })
	},
	{
		weight: 2,
		arbitrary: fc.record({ does: fc.constant('move' as const), who: nat, to: fc.integer({ min: 1, max: 5 }) })
	},
	{ weight: 2, arbitrary: fc.record({ does: fc.constant('edit' as const), capacity }) },
	{ weight: 1, arbitrary: fc.record({ does: fc.constant('repeat' as const), which: nat }) }
);
const steps = fc.array(step, { minLength: 5, maxLength: 28, size: 'max' });

interface Act {
	id: string;
	verb: string;
	/** Sends it, the first time or again. */
	send: () => Promise<{ ok: true } | { ok: false; refusal: string }>;
}

/** Does random acts to slots of the town, `runs` times over: after each act the slot is what the rules alone (SlotModel) make of it. */
export async function expectSlotsToKeepRules(town: TestTown, runs: number): Promise<void> {
	const property = fc.asyncProperty(capacity, fc.boolean(), steps, async (capacity, letsPass, steps) => {
		const slot = await openSlot(town, capacity, { letsPass });
		const model = new SlotModel(capacity, letsPass);
		const landed: Act[] = [];
		const entries: string[] = [];
		for (const step of steps) {
			if (step.does === 'repeat') {
				const again = landed[step.which % landed.length];
				if (again) expect(await again.send()).toMatchObject({ ok: true });
			} else {
				const act = actOf(town, step, slot, model);
				if (!act) continue;
				const answer = await act.send();
				const expected = act.expected();
				if (landsAs(expected, answer)) {
					landed.push(act);
					entries.push(`${act.id} ${act.verb}`, ...expected.promoted.map((id) => `${act.id}:${id} promoteSignup`));
					expectNobodySkipped(model);
				}
			}
			await expectSame(town, slot, model, entries);
		}
	});
	await fc.assert(property, { numRuns: runs });
}

/**
 * The step as an act on the database and, `expected`, on the model; null when the step needs a person and there is
 * none yet.
 */
function actOf(town: TestTown, step: Exclude<Step, { does: 'repeat' }>, slot: OpenSlot, model: SlotModel) {
	const id = town.ctx.newId();
	if (step.does === 'come') {
		const command = { ...newSignup(town, slot.slotId, step.party), id, acceptsSome: step.acceptsSome };
		return {
			id,
			verb: 'signUp',
			send: () => signUp(town.visitor, command),
			expected: () => model.come(id, step.party, step.acceptsSome)
		};
	}
	if (step.does === 'edit') {
		const command = { id, ...slot, ...slotTimes, capacity: step.capacity };
		const send = () => editSlot(town.as('zhou'), command);
		return { id, verb: 'editSlot', send, expected: () => model.setCapacity(step.capacity) };
	}
	const who = model.parties[step.who % model.parties.length];
	if (!who) return null;
	if (step.does === 'resize') {
		const command = { id, signupId: who.id, partySize: step.party, acceptsSome: step.acceptsSome };
		const send = () => changeParty(town.visitor, command);
		return { id, verb: 'changeParty', send, expected: () => model.resize(who.id, step.party, step.acceptsSome) };
	}
	if (step.does === 'move') {
		const command = { id, signupId: who.id, to: step.to, reason: '家里有病人' };
		const send = () => moveInLine(town.as('zhou'), command);
		return { id, verb: 'moveInLine', send, expected: () => model.move(who.id, step.to) };
	}
	if (who.status === 'withdrawn') return null;
	const send = () => withdrawSignup(town.visitor, { id, signupId: who.id });
	return { id, verb: 'withdrawSignup', send, expected: () => model.leave(who.id) };
}

/** Whether the act landed, as the model says; throws when they differ. */
function landsAs(
	expected: ModelAnswer,
	answer: Awaited<ReturnType<Act['send']>>
): expected is Extract<ModelAnswer, { promoted: string[] }> {
	if (answer.ok) expect(expected).not.toHaveProperty('refusals');
	else expect('refusals' in expected ? expected.refusals : ['none']).toContain(answer.refusal);
	return 'promoted' in expected;
}

/** No party waits that could be served: not the head of the line, and where smaller parties may pass, none at all. */
function expectNobodySkipped({ waiting, letsPass, capacity, taken }: SlotModel) {
	for (const { party, granted, acceptsSome } of letsPass ? waiting : waiting.slice(0, 1))
		expect(taken + (acceptsSome ? 1 : party - granted)).toBeGreaterThan(capacity!);
}

/** The database holds the same parties, places and order as the model, counts them right, and has an entry for each act. */
async function expectSame(town: TestTown, { eventId, slotId }: OpenSlot, model: SlotModel, entries: string[]) {
	const [slots, signups, line, audit] = await town.ctx.db.$client.batch([
		{ sql: 'select taken, capacity from slots where id = ?', args: [slotId] },
		{
			sql: 'select id, seq, status, party_size, granted, accepts_some from signups where slot_id = ? order by seq',
			args: [slotId]
		},
		{ sql: 'select id from signups where slot_id = ? order by rank', args: [slotId] },
		{
			sql: `select id || ' ' || verb as entry from audit_entries where verb not in ('createEvent', 'publishEvent')
				and subject_id in (select id from signups where slot_id = ? union all select ?)`,
			args: [slotId, eventId]
		}
	]);
	const { taken, capacity } = slots!.rows[0]!;
	expect({ taken, capacity }).toEqual({ taken: model.taken, capacity: model.capacity });
	expect(
		signups!.rows.map(({ party_size: party, accepts_some: some, ...row }) => ({
			...row,
			party,
			acceptsSome: some === 1
		}))
	).toEqual(model.parties.map((party, at) => ({ ...party, seq: at + 1 })));
	expect(line!.rows.map(({ id }) => id)).toEqual(model.order);
	expect(audit!.rows.map(({ entry }) => entry).sort()).toEqual([...entries].sort());
}
