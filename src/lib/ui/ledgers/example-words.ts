import type { Ledger, LedgerColumn } from '$lib/domain/ledgers/ledgers';
import { m } from '$lib/paraglide/messages.js';

const phone = () => '13800000000';
const name = m.imports_example_name;

/** What a row of each ledger may say; `day` is the day of the town, a value of a list is by its id. A column that is left out stays empty. */
const examples: Record<Ledger, Partial<Record<LedgerColumn, string | ((inputs: { day: string }) => string)>>> = {
	banquets: {
		origin: 'declared',
		occasion: 'wedding',
		...{
			host: name,
			phone,
			declaredOn: onDay,
			plannedOn: onDay,
			meals: '1',
			tablesPlanned: '12',
			pricePerTable: '500'
		},
		...{ hygiene: 'yes', outcome: 'held', endedOn: onDay, tablesHeld: '12' }
	},
	dissuasions: {
		occasion: 'other',
		...{ host: name, phone, plannedOn: onDay, tablesPlanned: '12', wentOn: onDay, visits: '1', dissuasion: 'cancelled' }
	},
	activities: {
		kind: 'villagers-meeting',
		...{
			on: onDay,
			subject: m.imports_example_subject,
			place: m.imports_example_place,
			quantity: '1',
			responsible: name
		}
	},
	cases: {
		caseKind: 'dispute',
		...{ level: 'village', receivedOn: onDay, settleBy: onDay, matter: m.imports_example_matter, caseState: 'settled' },
		...{ settledOn: onDay, settlement: m.imports_example_settlement }
	},
	elders: {
		name,
		...{ sex: 'female', birth: '1948-02-17', calendar: 'solar', phone, relativePhone: phone, mobility: 'walks' },
		...{ transport: 'no', diet: 'any', companions: '1', photo: 'yes' }
	},
	households: { fromOn: onDay, households: '320' },
	signups: {
		event: m.imports_example_event,
		...{
			slotStart: ({ day }: { day: string }) => `${day} 09:00`,
			name,
			phone,
			people: '3',
			withNames: m.imports_example_names
		},
		...{ acceptsSome: 'no', email: 'name@example.cn', language: 'zh-CN' }
	}
};

function onDay({ day }: { day: string }): string {
	return day;
}

/** What a cell of the example of a ledger says: a text, or the id of a value of the column's list; '' for nothing. */
export function exampleOf(ledger: Ledger, column: LedgerColumn, day: string): string {
	const example = examples[ledger][column] ?? '';
	return typeof example === 'string' ? example : example({ day });
}
