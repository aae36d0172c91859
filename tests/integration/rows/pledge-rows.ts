import { eq } from 'drizzle-orm';
import type { Audience } from '../../../src/lib/domain/pledges/pledge';
import { pledges, pledgeTexts, pledgeWithdrawals } from '../../../src/lib/server/db/schema/pledges/pledges';
import type { TestUnit } from '../cast';
import type { TestTown } from '../test-town';

/** The text of an audience that households and members sign; both are issued with the first. */
async function textOf({ ctx }: TestTown, audience: Audience): Promise<string> {
	const find = () => ctx.db.select({ id: pledgeTexts.id }).from(pledgeTexts).where(eq(pledgeTexts.audience, audience));
	const [known] = await find();
	if (known) return known.id;
	const text = { title: '承诺书', body: '一、从简', effectiveOn: '2020-01-01', number: 1, at: 0 };
	await ctx.db.insert(pledgeTexts).values({ id: ctx.newId(), audience: 'household', ...text });
	await ctx.db.insert(pledgeTexts).values({ id: ctx.newId(), audience: 'party-member', ...text });
	return (await find())[0]!.id;
}

export async function putPledge(
	town: TestTown,
	unit: TestUnit,
	signedOn: string,
	{ withdrawnOn, audience = 'household' }: { withdrawnOn?: string; audience?: Audience } = {}
) {
	const { ctx, units } = town;
	const id = ctx.newId();
	await ctx.db.insert(pledges).values({
		id,
		textId: await textOf(town, audience),
		audience,
		villageId: units[unit],
		signedOn,
		isOnPaper: true,
		isConfirmed: true,
		code: '000000',
		at: 0,
		nameSealed: ctx.keys.seal('李测试', 'pledges.name', id),
		phoneSealed: ctx.keys.seal('13800000000', 'pledges.phone', id),
		phoneIndex: id
	});
	if (withdrawnOn) await ctx.db.insert(pledgeWithdrawals).values({ pledgeId: id, withdrawnOn, at: 0 });
	return id;
}
