import { isKeptByAll, ledgerNames } from '$lib/domain/figures/ledger';
import { declareLedgers } from './ledger-starts';
import { addUnit } from './units';
import { openAccount } from '../people/account-openings';
import { actAs, type Context } from '../context';
import { listVerbsOn } from '$lib/server/db/audit/audit';
import { recordAct } from '../record-act';

const demo = { type: 'demo', id: 'demo' };

/** Notes that the demo begins to load, or has been loaded whole. */
export async function markDemo(ctx: Context, verb: 'beginDemo' | 'finishDemo'): Promise<void> {
	await recordAct(actAs(ctx, { kind: 'system' }), { id: ctx.newId(), verb, subject: demo }, []);
}

/** What the database holds: nothing yet, a demo that stopped half-way, the whole demo, or a town of one's own. */
export async function readTownState(ctx: Context): Promise<'untouched' | 'half-loaded' | 'demo' | 'own'> {
	const verbs = await listVerbsOn(ctx.db, demo);
	if (verbs.includes('finishDemo')) return 'demo';
	if (verbs.includes('beginDemo')) return 'half-loaded';
	return (await ctx.rootUnit()) ? 'own' : 'untouched';
}

/**
 * Sets up a real, empty town: the unit and its first administrator.
 * Out: what to print, with the one-time password that is shown nowhere else.
 */
export async function openEmptyTown(ctx: Context): Promise<string[]> {
	const system = actAs(ctx, { kind: 'system' });
	const unitId = ctx.newId();
	const town = await addUnit(system, { id: unitId, parentId: null, kind: 'town', name: '本镇', nameEn: 'This town' });
	if (!town.ok) throw new Error(`the town could not be set up: ${town.refusal}`);
	// A ledger begins on the day it is opened, until the administrator says otherwise: older ones may still come in.
	const fromOn = ctx.today();
	const starts = ledgerNames.filter(isKeptByAll).map((ledger) => ({ ledger, fromOn }));
	const declared = await declareLedgers(system, { id: ctx.newId(), starts });
	if (!declared.ok) throw new Error(`the ledgers could not be opened: ${declared.refusal}`);
	const account = { id: ctx.newId(), username: 'admin', name: '管理员', role: 'administrator' as const, unitId };
	const opened = await openAccount(system, account);
	if (!opened.ok) throw new Error(`the first account could not be opened: ${opened.refusal}`);
	return [
		'首位管理员 First administrator',
		`  用户名 user name           admin`,
		`  一次性密码 one-time password ${opened.oneTimePassword}`,
		'  首次登录须修改密码。It has to be changed at the first sign-in, and is not shown again.'
	];
}
