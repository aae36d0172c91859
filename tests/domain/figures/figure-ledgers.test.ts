import { describe, expect, it } from 'vitest';
import { figureOfKind, figures, type Figure } from '../../../src/lib/domain/figures/figure';
import { findLedgerName, keepingOf, ledgerNames } from '../../../src/lib/domain/figures/ledger';
import { broadcasts } from './registries';

/** Who keeps the ledger of each figure, which one it is, and of villages' reports their name. */
const keptOf = () =>
	Object.fromEntries(
		(figures as readonly Figure[]).map(({ id, source }) => {
			const keeping = keepingOf(source);
			return [id, [keeping.by, ...[keeping.of].flat(), ...('ledger' in keeping ? [keeping.ledger] : [])].join(' ')];
		})
	);

describe('the ledger of a figure', () => {
	it('is reported by the villages month by month', () => {
		expect(keptOf()).toMatchObject({
			'banquets-held': 'villages banquets banquet',
			'banquets-dissuaded': 'villages banquets dissuasion',
			complaints: 'villages activities complaint',
			'villagers-meetings': 'villages activities villagers-meeting',
			'village-rule-studies': 'villages activities village-rule-study',
			'appeal-broadcasts': 'villages activities appeal-broadcast',
			'health-services': 'villages activities health-service',
			'defence-films': 'villages activities defence-film',
			'waste-sorting': 'villages activities waste-sorting'
		});
	});

	it('of cases is that of their kind, whatever is counted of them', () => {
		expect(keptOf()).toMatchObject({
			'disputes-received': 'villages cases dispute',
			'disputes-settled': 'villages cases dispute',
			calls: 'villages cases call',
			'incidents-settled': 'villages cases incident',
			'incidents-settled-town': 'villages cases incident',
			'incidents-overdue': 'villages cases incident'
		});
	});

	it('of an added kind is reported by the villages while the kind is kept', () => {
		expect(keepingOf(figureOfKind({ ...broadcasts, closedFromOn: '2026-07-01' }).source)).toEqual({
			...{ by: 'villages', of: 'activities', ledger: 'added-1' },
			kept: { id: 'added-1', fromOn: '2024-01-01', closedFromOn: '2026-07-01' }
		});
	});

	it('or is kept by the town', () => {
		expect(keptOf()).toMatchObject({
			'banquets-declared': 'town declarations',
			'deployment-meetings': 'town activities',
			slogans: 'town activities',
			'ideological-talks': 'town events',
			'clean-up-days': 'town events',
			'lecture-attendance': 'town events',
			'blood-donations': 'town events',
			'blood-and-checkups': 'town events activities',
			'elders-hosted': 'town guests',
			'pledges-signed': 'town pledges'
		});
	});

	it('or says what is in place on a day', () => {
		expect(keptOf()).toMatchObject({
			'pledges-in-force': 'lasting pledges',
			grids: 'lasting grids',
			'grid-helpers': 'lasting grids'
		});
	});

	it('is found by its name', () => {
		expect(ledgerNames.map(findLedgerName)).toEqual(ledgerNames);
		expect(findLedgerName('banquet')).toBeNull();
	});

	it('of a figure of no kind of work is the town’s', () => {
		expect(keepingOf({ from: 'activities', kinds: [], counts: 'records' })).toEqual({ by: 'town', of: ['activities'] });
	});
});
