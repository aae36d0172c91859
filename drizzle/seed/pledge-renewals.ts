import { addDays, yearOf } from '../../src/lib/domain/calendar/calendar';
import { openHost } from '../../src/lib/server/banquets/host';
import { findBanquet } from '../../src/lib/server/db/banquets/banquets';
import { listBanquets } from '../../src/lib/server/db/banquets/banquet-list';
import { listPledges } from '../../src/lib/server/db/pledges/pledges';
import { issuePledgeText } from '../../src/lib/server/pledges/pledge-texts';
import { recordPaperPledge, signPledge } from '../../src/lib/server/pledges/pledges';
import { renewPledge } from '../../src/lib/server/pledges/renewals';
import type { VillageKey } from './banquet-plan';
import { confirmSigned, type SignedOnline } from './confirm-pledges';
import { must, spreadDates, type Stage } from './stage';
import { villageKeys, type Town } from './town';
import { laterYears, type LaterYear } from './years';

/** The second version: 寿宴 go to the group birthday banquets, notice by the village's own rule, and waste as a new clause. */
const secondText = `一、婚事新办，不要高价彩礼，不比排场；丧事简办，不铺张，不扰邻。
二、除婚丧以外不办酒席，老人过寿参加集体生日宴，不以任何名义请客收礼。
三、确需办席的，按村规民约提前到村里报备，桌数从简，菜品够吃不浪费。
四、请“一条龙”先看证照和健康证，保证饭菜干净。
五、不参加“无事酒”，也不送“人情礼”，遇到了好言相劝。
六、席上吃不完的打包带走，厨余垃圾分开倒。`;

const effectiveOn = '2025-01-08';
/** Households of each village that agreed to the new text, and that signed it as their first. */
const [renewed, signed] = [30, 12];
/** Households of each village that sign in a year after that of the text. */
const signedLater = 10;

/** A second text in 2025, with households that agreed to it, on the slip and on paper, and new ones; a few in the last weeks. */
export async function playRenewals(stage: Stage, town: Town, today: string): Promise<void> {
	if (effectiveOn >= today) return;
	const side = stage.aside(20250716, 0);
	stage.at(effectiveOn, '08:30');
	const textId = stage.id();
	const text = { audience: 'household', title: '文明操办宴席承诺书', body: secondText, effectiveOn } as const;
	must(await issuePledgeText(stage.as(town.actors.administrator), { id: textId, ...text }));
	for (const village of villageKeys) {
		const cadre = stage.as(town.actors[village]);
		const { rows } = await listPledges(cadre.db, town.units[village], { audience: 'household', isWithdrawn: false });
		for (const [i, { pledge }] of rows.slice(0, renewed).entries()) {
			const on = addDays(effectiveOn, 3 + i * 4);
			if (on >= today) break;
			stage.at(on, '16:00');
			const act = { id: stage.id(), pledgeId: pledge.id, textId };
			if (i % 2) must(await renewPledge(stage.villager, act));
			else must(await renewPledge(cadre, { ...act, renewedOn: addDays(on, -1) }));
		}
		const online: SignedOnline = [];
		for (let i = 0; i < signed; i++) {
			const isLately = i >= signed - 3;
			const signedOn = isLately ? addDays(today, -12 * (signed - i)) : addDays(effectiveOn, 20 + i * 31);
			if (signedOn < effectiveOn || signedOn >= today) continue;
			online.push(...(await sign(stage, town, { village, textId, signedOn, isOnPaper: i % 3 === 0 })));
		}
		await confirmSigned(side, town.actors[village], online, addDays(today, -30));
	}
	await signBeforeBanquet(stage, town, textId, today);
	for (const later of laterYears(stage, today))
		if (later.year > yearOf(effectiveOn)) await signLater(later, town, textId);
}

/** Most households have signed: in a year after that a few more do, in every village. */
async function signLater({ year, lastOn, stageOf }: LaterYear, town: Town, textId: string): Promise<void> {
	for (const [nth, village] of villageKeys.entries()) {
		const stage = stageOf('pledges', nth);
		const online: SignedOnline = [];
		for (const [i, signedOn] of spreadDates(stage.dice, year, signedLater).entries())
			if (signedOn <= lastOn)
				online.push(...(await sign(stage, town, { village, textId, signedOn, isOnPaper: i % 3 === 0 })));
		await confirmSigned(stage, town.actors[village], online, addDays(lastOn, -30));
	}
}

interface Signing {
	village: VillageKey;
	textId: string;
	signedOn: string;
	isOnPaper: boolean;
}

/** A household signs for the first time, on paper at the village office or on a phone. Out: what waits for the cadre. */
async function sign(
	stage: Stage,
	town: Town,
	{ village, textId, signedOn, isOnPaper }: Signing
): Promise<SignedOnline> {
	stage.at(signedOn, '15:30');
	const pledge = { id: stage.id(), textId, villageId: town.units[village], ...stage.newPerson() };
	if (isOnPaper) must(await recordPaperPledge(stage.as(town.actors[village]), { ...pledge, signedOn }));
	else must(await signPledge(stage.villager, pledge));
	return isOnPaper ? [] : [{ id: pledge.id, signedOn }];
}

/** Of the households with a banquet to come one has a pledge in force: its banquet's page says so. */
async function signBeforeBanquet(stage: Stage, town: Town, textId: string, today: string): Promise<void> {
	const signedOn = addDays(effectiveOn, 55);
	if (signedOn >= today) return;
	const ctx = stage.as(town.actors.sanxing);
	const { rows } = await listBanquets(ctx.db, town.units.sanxing, today, {});
	const { banquet } = (await findBanquet(ctx.db, rows[0]!.id))!;
	const { hostName: name, hostPhone } = openHost(ctx, banquet);
	stage.at(signedOn, '10:00');
	const pledge = { id: stage.id(), textId, villageId: town.units.sanxing, name, phone: hostPhone!, signedOn };
	must(await recordPaperPledge(ctx, pledge));
}
