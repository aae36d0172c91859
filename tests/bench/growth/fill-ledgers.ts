import { later, on, pick, type Filling } from './filling';

const kinds = ['villagers-meeting', 'appeal-broadcast', 'slogan', 'waste-sorting', 'health-service', 'media-report'];

/** The work ledger of ten years, and the pledges since there is a text to sign. */
export function fillLedgers(filling: Filling, many: { activities: number; pledges: number }): void {
	for (let nth = 0; nth < many.activities; nth++) fillActivity(filling, nth, many.activities);
	fillHouseholds(filling, many.pledges);
	const [text] = filling.rows.all<Text>(
		"SELECT id, effective_on AS effectiveOn FROM pledge_texts WHERE audience = 'household' ORDER BY number LIMIT 1"
	);
	for (let nth = 0; nth < many.pledges; nth++) fillPledge(filling, text!, nth, many.pledges);
}

type Text = { id: string; effectiveOn: string };

/** The registered households of each village: so many that 40 to 89 of a hundred have pledged. */
function fillHouseholds({ rows, units }: Filling, pledges: number): void {
	const most = Math.ceil(pledges / units.villages.length);
	for (const [nth, village] of units.villages.entries()) {
		const households = Math.ceil((most * 100) / (40 + ((nth * 7) % 50)));
		rows.add('household_counts', { unit_id: village, from_on: '2000-01-01', households, at: 0 });
	}
}

function fillActivity(filling: Filling, nth: number, all: number): void {
	const at = filling.morning(nth, all);
	const [id, unitId] = [filling.id(at), pick(filling.units.villages, nth)];
	filling.rows.add('activities', {
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

function fillPledge(filling: Filling, text: Text, nth: number, all: number): void {
	const at = filling.morning(nth, all, 0, filling.daysSince(text.effectiveOn));
	const [id, villageId] = [filling.id(at), pick(filling.units.villages, nth)];
	const signer = filling.person('pledges', id);
	const isWithdrawn = nth % 10 === 7 && later(at, 90) < filling.today;
	filling.rows.add('pledges', {
		id,
		text_id: text.id,
		audience: 'household',
		village_id: villageId,
		name_sealed: signer.nameSealed,
		phone_sealed: signer.phoneSealed,
		phone_index: signer.phoneIndex,
		code: 'GRWN22',
		signed_on: on(at),
		is_on_paper: 1,
		is_confirmed: 1,
		at,
		by_id: filling.units.accounts[0]!
	});
	filling.enter('recordPaperPledge', 'pledge', id, villageId, at, id);
	if (!isWithdrawn) return;
	filling.rows.add('pledge_withdrawals', { pledge_id: id, withdrawn_on: on(later(at, 90)), at: later(at, 90) });
	filling.enter('withdrawPledge', 'pledge', id, villageId, later(at, 90));
}
