import { expect, test } from 'vitest';
import { actions as outcome } from '../../../src/routes/desk/(banquets)/banquets/[id=id]/outcome/+page.server';
import { actions as dissuasion } from '../../../src/routes/desk/(banquets)/banquets/[id=id]/dissuasion/+page.server';
import { actions as visits } from '../../../src/routes/desk/(banquets)/banquets/[id=id]/visit/+page.server';
import { readVisits } from '../../../src/lib/server/banquets/visits';
import { actions as newBanquet } from '../../../src/routes/desk/(banquets)/banquets/new/+page.server';
import { actions as declareOwn } from '../../../src/routes/(public)/declare/+page.server';
import { actions as correctOwn } from '../../../src/routes/(public)/household/[id=id]/correct/+page.server';
import { grantSlip } from '../../../src/lib/server/signups/slip-cookie';
import { cookieJar, visit } from '../page-visit';
import { banquet, declare, freshTown, get, town } from './banquet-town';

freshTown();

async function send(action: unknown, path: string, params: Record<string, string>, form: Record<string, string>) {
	const how = { path, params, form: { id: town.ctx.newId(), ...form } };
	const { value } = await visit(town.as('liu'), action as (event: never) => Promise<unknown>, how);
	return typeof value === 'string' ? 'recorded' : value;
}

const askedAt = (field: string) => ({ status: 409, data: { errors: { [field]: 'day-far' } } });

test('an outcome years from the planned day is asked about on its field, and recorded once it is meant', async () => {
	const id = await declare();
	const enter = (form: Record<string, string>) =>
		send(outcome.record, `/desk/banquets/${id}/outcome`, { id }, { tablesHeld: '5', ...form });
	const held = { outcome: 'held', endedOn: '2024-03-03' };
	expect(await enter(held)).toMatchObject(askedAt('endedOn'));
	expect((await get(id)).outcome).toBeNull();
	expect(await enter({ outcome: 'held', endedOn: '2026-01-15' })).toMatchObject(askedAt('endedOn'));
	expect(await enter({ ...held, dayIsMeant: 'endedOn' })).toBe('recorded');
	expect((await get(id)).outcome).toMatchObject({ endedOn: '2024-03-03' });
	const correct = (form: Record<string, string>) =>
		send(outcome.correct, `/desk/banquets/${id}/outcome`, { id }, { tablesHeld: '0', reason: '改', ...form });
	expect(await correct({ outcome: 'cancelled', endedOn: '2025-03-02' })).toMatchObject(askedAt('endedOn'));
	expect(await correct({ outcome: 'cancelled', endedOn: '2026-01-15' })).toBe('recorded');
});

const declaring = (plannedOn: string, form: Record<string, string> = {}) =>
	send(
		declareOwn.default,
		'/declare',
		{},
		{
			...{ unitId: town.units.sanxing, hostName: '李试补', hostPhone: '13800000009', occasion: 'wedding', plannedOn },
			...{ meals: '1', tablesPlanned: '10', venue: '', caterer: '', hasRead: 'yes', ...form }
		}
	);
const askedOwn = (code: string) => ({ status: 409, data: { errors: { plannedOn: code } } });

test('a household is asked about a day that has passed or is far ahead, and whether it is meant', async () => {
	expect(await declaring('2026-02-19')).toMatchObject(askedOwn('own-day-passed'));
	expect(await declaring('2027-03-02')).toMatchObject(askedOwn('own-day-far'));
	expect(await declaring('2025-02-19')).toMatchObject(askedOwn('planned-long-past'));
	expect(await declaring('2026-02-19', { dayIsMeant: 'plannedOn' })).toBe('recorded');
	expect(await declaring('2026-02-25', { occasion: 'funeral', hostPhone: '13800000008' })).toBe('recorded');
	expect(await declaring('2026-12-27', { hostPhone: '13800000007' })).toBe('recorded');
});

test('a household that corrects its banquet is asked about another day alone', async () => {
	const id = await declare({ plannedOn: '2026-02-19' });
	const cookies = cookieJar();
	grantSlip(cookies, town.ctx.keys, id, town.ctx.now(), false);
	const correct = async (plannedOn: string) => {
		const form = { id: town.ctx.newId(), plannedOn, meals: '1', tablesPlanned: '12', venue: '', caterer: '' };
		const how = { path: `/household/${id}/correct`, params: { id }, cookies, form };
		const { value } = await visit(town.ctx, correctOwn.default as (event: never) => Promise<unknown>, how);
		return typeof value === 'string' ? 'recorded' : value;
	};
	expect(await correct('2026-02-19')).toBe('recorded');
	expect(await correct('2027-03-02')).toMatchObject(askedOwn('own-day-far'));
});

test('a visit and a declaration are asked about likewise', async () => {
	const id = await declare();
	const visited = (wentOn: string) =>
		send(
			dissuasion.record,
			`/desk/banquets/${id}/dissuasion`,
			{ id },
			{ wentOn, visits: '1', outcome: 'cancelled', note: '' }
		);
	expect(await visited('2025-03-01')).toMatchObject(askedAt('wentOn'));
	expect(await visited('2026-03-01')).toBe('recorded');
	const { id: _, ...plain } = banquet({ declaredOn: '2025-02-28', hostName: '王试远' }) as Record<string, unknown>;
	const form = Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, String(value ?? '')]));
	expect(await send(newBanquet.default, '/desk/banquets/new', {}, form)).toMatchObject(askedAt('declaredOn'));
});

test('a visit without a result is asked about likewise, also when it is put right', async () => {
	const id = await declare();
	const enter = (action: unknown, form: Record<string, string>, query = '') =>
		send(action, `/desk/banquets/${id}/visit${query}`, { id }, { note: '', ...form });
	expect(await enter(visits.record, { wentOn: '2025-03-01' })).toMatchObject(askedAt('wentOn'));
	expect(await enter(visits.record, { wentOn: '2026-03-01' })).toBe('recorded');
	const [visited] = await readVisits(town.ctx, id);
	const correct = (form: Record<string, string>) =>
		enter(visits.correct, { reason: '写错了', ...form }, `?/correct&visit=${visited!.id}`);
	expect(await correct({ wentOn: '2025-03-01' })).toMatchObject(askedAt('wentOn'));
	expect(await correct({ wentOn: '2025-03-01', dayIsMeant: 'wentOn' })).toBe('recorded');
});

test('a day whose year must be wrong is said along with what is missing', async () => {
	const { id: _, ...plain } = banquet({ plannedOn: '2062-03-22', hostName: '' }) as Record<string, unknown>;
	const form = Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, String(value ?? '')]));
	const answer = await send(newBanquet.default, '/desk/banquets/new', {}, form);
	expect(answer).toMatchObject({ status: 400, data: { errors: { plannedOn: 'day-too-far' } } });
	expect(Object.keys((answer as { data: { errors: object } }).data.errors)).toEqual(['hostName', 'plannedOn']);
});
