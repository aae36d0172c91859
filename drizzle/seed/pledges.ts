import { addDays } from '../../src/lib/domain/calendar/calendar';
import { issuePledgeText } from '../../src/lib/server/pledges/pledge-texts';
import { recordPaperPledge, signPledge } from '../../src/lib/server/pledges/pledges';
import { withdrawPledge } from '../../src/lib/server/pledges/withdrawals';
import { confirmSigned, type SignedOnline } from './confirm-pledges';
import { must, type Stage } from './stage';
import { villageKeys, type Town } from './town';

const householdText = `一、婚事新办，不要高价彩礼，不比排场；丧事简办，不铺张，不扰邻。
二、除婚丧以外不办酒席，不以任何名义请客收礼。
三、确需办席的，提前到村里报备，桌数从简，菜品够吃。
四、请“一条龙”先看证照和健康证，保证饭菜干净。
五、不参加“无事酒”，也不送“人情礼”，遇到了好言相劝。`;

const memberText = `一、本人及直系亲属不操办、不参与“无事酒”。
二、办理婚丧事宜，事前如实报备，从简办理，不收管理服务对象礼金。
三、带头宣传移风易俗，劝导亲友邻里。
四、接受群众监督。`;

/** How many households of each village signed by the end of 2024. */
const signed = { sanxing: 402, hesha: 251, zhongba: 168, qiaotou: 359 };

/** The texts of 2023 and 2024, households' pledges through 2024, some on paper, a few withdrawn. */
export async function playPledges(stage: Stage, town: Town): Promise<void> {
	const administrator = stage.as(town.actors.administrator);
	const side = stage.aside(20240716, 0);
	stage.at('2024-01-08');
	const household = stage.id();
	const texts = [
		{ id: household, audience: 'household' as const, title: '文明操办宴席承诺书', body: householdText },
		{ id: stage.id(), audience: 'party-member' as const, title: '党员干部带头移风易俗承诺书', body: memberText }
	];
	for (const text of texts) must(await issuePledgeText(administrator, { ...text, effectiveOn: '2024-01-08' }));

	for (const village of villageKeys) {
		const online: SignedOnline = [];
		const cadre = stage.as(town.actors[village]);
		for (let i = 0; i < signed[village]; i++) {
			const signedOn = addDays('2024-01-09', Math.floor((i / signed[village]) * 340));
			const pledge = { id: stage.id(), textId: household, villageId: town.units[village], ...stage.newPerson() };
			stage.at(signedOn, '15:00');
			if (i % 3 === 0) must(await recordPaperPledge(cadre, { ...pledge, signedOn }));
			else {
				must(await signPledge(stage.villager, pledge));
				online.push({ id: pledge.id, signedOn });
			}
			if (i % 90 === 45) must(await withdrawPledge(cadre, { id: stage.id(), pledgeId: pledge.id }));
		}
		await confirmSigned(side, town.actors[village], online, '2024-12-31');
	}
	for (const [i, village] of villageKeys.entries()) {
		stage.at('2024-02-01', `1${i}:00`);
		const pledge = { id: stage.id(), textId: texts[1]!.id, villageId: town.units[village], ...stage.newPerson() };
		must(await signPledge(stage.villager, pledge));
		await confirmSigned(side, town.actors[village], [{ id: pledge.id, signedOn: '2024-02-01' }], '2024-12-31');
	}
}
