import type { TestTown } from '../../test-town';
import { fillBanquets, fillDissuasions } from './full-banquets';
import { fillActivities } from './full-activities';
import { fillCases } from './full-cases';
import { fillElders } from './full-elders';
import { fillHouseholds, fillSignups } from './full-signups';

/** A town whose ledgers hold every field that can be entered, empty and full, and texts that are hard on files. */
export async function fill(town: TestTown): Promise<void> {
	await fillBanquets(town);
	await fillDissuasions(town);
	await fillActivities(town);
	await fillCases(town);
	await fillElders(town);
	await fillHouseholds(town);
	await fillSignups(town);
}
