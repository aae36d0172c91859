import { later, on, pick, type Filling } from './filling';

const kinds = ['villagers-meeting', 'appeal-broadcast', 'slogan', 'waste-sorting', 'health-service', 'media-report'];

/** The work ledger and the pledges of ten years. */
export function fillLedgers(filling: Filling, many: { activities: number; pledges: number }): void {
	for (let nth = 0; nth < many.activities; nth++) fillActivity(filling, nth, many.activities);
	const [text] = filling.bulk.all<{ id: string }>(
		"SELECT id FROM pledge_texts WHERE audience = 'household' ORDER BY number LIMIT 1"
	);
	for (let nth = 0; nth < many.pledges; nth++) fillPledge(filling, text!.id, nth, many.pledges);
}

function fillActivity(filling: Filling, nth: number, all: number): void {
	const at = filling.morning(nth, all);
	const [id, unitId] = [filling.id(at), pick(filling.units.villages, nth)];
	filling.bulk.add('activities', {
		id,
		unit_id: unitId,
		kind: kinds[nth % kinds.length]!,
		done_on: on(at),
		subject: '移风易俗院坝会',
		quantity: 1 + (nth % 5),
		responsible_sealed: filling.keys.seal('试名丁', 'activities.responsible', id),
		at,
		by_id: filling.units.accounts[0]!
	});
	filling.enter('recordActivity', 'activity', id, unitId, at, id);
}

function fillPledge(filling: Filling, textId: string, nth: number, all: number): void {
	const at = filling.morning(nth, all);
	const [id, villageId] = [filling.id(at), pick(filling.units.villages, nth)];
	const signer = filling.person('pledges', id);
	const isWithdrawn = nth % 10 === 7 && later(at, 90) < filling.today;
	filling.bulk.add('pledges', {
		id,
		text_id: textId,
		audience: 'household',
		village_id: villageId,
		name_sealed: signer.nameSealed,
		phone_sealed: signer.phoneSealed,
		phone_index: signer.phoneIndex,
		code: 'GRWN22',
		signed_on: on(at),
		is_on_paper: 1,
		is_withdrawn: isWithdrawn ? 1 : 0,
		at,
		by_id: filling.units.accounts[0]!
	});
	filling.enter('recordPaperPledge', 'pledge', id, villageId, at, id);
	if (!isWithdrawn) return;
	filling.bulk.add('pledge_withdrawals', { pledge_id: id, withdrawn_on: on(later(at, 90)), at: later(at, 90) });
	filling.enter('withdrawPledge', 'pledge', id, villageId, later(at, 90));
}
