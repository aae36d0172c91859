import { sql, type SQL } from 'drizzle-orm';
import { villageKinds } from '$lib/domain/units/unit';
import { oneOf } from '../schema/columns';

/** What a new town sets up before its records mean something, each done or not. */
export interface FirstSteps {
	/** There is a village. */
	villages: boolean;
	/** A person said from when a ledger is kept: the software lets them begin on the day of the installation. */
	starts: boolean;
	/** A village has registered households. */
	households: boolean;
	/** There is a text that households can pledge. */
	pledgeText: boolean;
	/** There is more than the first account. */
	accounts: boolean;
}

/** Columns of a query that say which of the steps are done (0 or 1); `stepsLeft` reads them. */
export const firstStepColumns: Record<keyof FirstSteps, SQL<number>> = {
	villages: sql<number>`exists (select 1 from units where ${oneOf('kind', villageKinds)})`,
	starts: sql<number>`exists (select 1 from ledger_starts where by_id is not null)`,
	households: sql<number>`exists (select 1 from household_counts)`,
	pledgeText: sql<number>`exists (select 1 from pledge_texts)`,
	accounts: sql<number>`(select count(*) > 1 from accounts)`
};

/** The first steps of the installation; null once villages, ledgers, households and the pledge are set up. */
export function stepsLeft({
	villages,
	starts,
	households,
	pledgeText,
	accounts
}: Record<keyof FirstSteps, number>): FirstSteps | null {
	if (villages && starts && households && pledgeText) return null;
	return {
		villages: !!villages,
		starts: !!starts,
		households: !!households,
		pledgeText: !!pledgeText,
		accounts: !!accounts
	};
}
