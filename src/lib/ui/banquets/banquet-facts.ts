import type { Origin, Outcome } from '$lib/domain/banquets/banquet';
import { m } from '$lib/paraglide/messages.js';
import { originWords, outcomeWords } from './banquet-words';
import { dayWords } from '../calendar/when';

/** What is recorded of a banquet, the host masked already. */
export interface RecordedBanquet {
	hostName: string;
	/** Null: none is known. */
	hostPhone: string | null;
	origin: Origin;
	declaredOn: string;
	plannedOn: string;
	meals: number;
	tablesPlanned: number;
	pricePerTable: number | null;
	venue: string;
	caterer: string;
	isHygieneCertificateSeen: boolean;
	/** The household declared it itself. */
	isOwnWord: boolean;
	/**
	 * Since when the pledge in force was signed; null without one, which only the office sees; undefined where nothing
	 * is said.
	 */
	pledgedOn?: string | null;
	outcome: { outcome: Outcome; endedOn: string; tablesHeld: number } | null;
}

/** The facts of a record for the desk and for the household itself: all of them. `reader`: the household reads the words of its own form. */
export function banquetFacts(
	banquet: RecordedBanquet,
	reader: 'desk' | 'household' = 'desk'
): { term: string; value: string }[] {
	const { outcome } = banquet;
	const [host, origin] =
		reader === 'household'
			? [m.declare_host_name, m.banquets_household_origin]
			: [m.banquets_host_name, m.banquets_origin];
	return [
		{ term: host(), value: banquet.hostName },
		{ term: m.banquets_host_phone(), value: banquet.hostPhone ?? m.banquets_host_phone_none() },
		{ term: origin(), value: banquet.isOwnWord ? m.banquets_origin_own() : originWords[banquet.origin]() },
		{
			term: banquet.origin === 'found' ? m.banquets_found_day() : m.banquets_declared_day(),
			value: dayWords(banquet.declaredOn)
		},
		{ term: m.banquets_planned_on(), value: dayWords(banquet.plannedOn) },
		{
			term: m.banquets_tables(),
			value: m.banquets_tables_with_meals({ tables: banquet.tablesPlanned, meals: banquet.meals })
		},
		{
			term: m.banquets_price_short(),
			value: banquet.pricePerTable === null ? '' : m.banquets_price_value({ price: banquet.pricePerTable })
		},
		{ term: m.banquets_venue_short(), value: banquet.venue },
		{ term: m.banquets_caterer_short(), value: banquet.caterer },
		{
			term: m.banquets_certificate_short(),
			value: certificateText(banquet)
		},
		{ term: m.banquets_pledge(), value: pledgeText(banquet.pledgedOn) },
		{ term: m.banquets_outcome(), value: outcome ? outcomeWords[outcome.outcome]() : '' },
		{ term: m.banquets_ended_on(), value: outcome ? dayWords(outcome.endedOn) : '' },
		{
			term: m.banquets_tables_held(),
			value: outcome?.tablesHeld ? m.banquets_tables_value({ count: outcome.tablesHeld }) : ''
		}
	];
}

/** Before the household is visited, the office has not asked for a certificate. Say nothing about one then. */
function certificateText({ isHygieneCertificateSeen, isOwnWord }: RecordedBanquet): string {
	if (isHygieneCertificateSeen) return m.banquets_certificate_seen();
	return isOwnWord ? '' : m.banquets_certificate_not_seen();
}

function pledgeText(pledgedOn: string | null | undefined): string {
	if (pledgedOn === undefined) return '';
	return pledgedOn === null ? m.banquets_pledge_none() : m.banquets_pledge_in_force({ on: dayWords(pledgedOn) });
}
