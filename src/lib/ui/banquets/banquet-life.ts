import type { Occasion, Origin, Outcome } from '$lib/domain/banquets/banquet';
import type { DissuasionOutcome } from '$lib/domain/banquets/dissuasion';
import { m } from '$lib/paraglide/messages.js';
import { dissuasionOutcomeWords, occasionWords, originWords, outcomeWords } from './banquet-words';
import { changesText, plainText, type Value, type WordedAct } from '../audit/record-life';

const fieldWords: Record<string, () => string> = {
	origin: m.banquets_origin,
	occasion: m.banquets_occasion,
	unitId: m.banquets_unit,
	declaredOn: m.banquets_declared_on,
	plannedOn: m.banquets_planned_on,
	meals: m.banquets_meals,
	tablesPlanned: m.banquets_tables,
	pricePerTable: m.banquets_price_short,
	hostName: m.banquets_host_name,
	hostPhone: m.banquets_host_phone,
	venue: m.banquets_venue_short,
	caterer: m.banquets_caterer_short,
	isHygieneCertificateSeen: m.banquets_certificate_short
};

/** What a household calls the same. */
const householdWords = { ...fieldWords, hostName: m.declare_host_name, origin: m.banquets_household_origin };

/** What was done, in one line. `reader`: the household reads its own words. */
export function banquetActText(act: WordedAct, reader: 'desk' | 'household' = 'desk'): string {
	const labels = reader === 'household' ? householdWords : fieldWords;
	const { detail, changes } = act;
	switch (act.verb) {
		case 'declareBanquet':
			return detail.origin === 'found' ? m.banquets_act_found() : m.banquets_act_declared();
		case 'correctBanquet':
			return changes.length === 0
				? m.banquets_act_corrected_plain()
				: m.banquets_act_corrected({ what: changesText(changes, labels, valueText) });
		case 'declareOwnBanquet':
			return m.banquets_act_declared_own();
		case 'correctOwnBanquet':
			return changes.length === 0
				? m.banquets_act_corrected_own_plain()
				: m.banquets_act_corrected_own({ what: changesText(changes, labels, valueText) });
		case 'callOffOwnBanquet':
			return m.banquets_act_called_off();
		case 'acknowledgeBanquet':
			return m.banquets_act_acknowledged();
		case 'handOverHygieneNotice':
			return m.banquets_act_hygiene();
		case 'recordVisit':
			return m.banquets_act_visit({ on: plainText(detail.wentOn) });
		case 'correctVisit':
			return changes.length === 0
				? m.banquets_act_visit_corrected_plain()
				: m.banquets_act_visit_corrected(sides(act, ({ wentOn }) => plainText(wentOn)));
		case 'recordOutcome':
			return m.banquets_act_outcome({ outcome: resultText(detail) });
		case 'correctOutcome':
			return m.banquets_act_outcome_corrected(sides(act, resultText));
		case 'removeBanquet':
			return m.banquets_act_removed();
		case 'recordDissuasion':
			return m.banquets_act_dissuaded({ outcome: visitText(detail) });
		case 'correctDissuasion':
			return m.banquets_act_dissuasion_corrected(sides(act, visitText));
		case 'confirmDissuasion':
			return m.banquets_act_confirmed();
		case 'answerRecord':
			return m.banquets_act_answered();
		default:
			return m.banquets_act_replied();
	}
}

function sides(act: WordedAct, text: (values: Record<string, Value>) => string) {
	const { before, after } = act.detail as unknown as Record<'before' | 'after', Record<string, Value>>;
	return { before: text(before), after: text(after) };
}

function resultText({ outcome, endedOn, tablesHeld }: Record<string, Value>): string {
	const tables = tablesHeld ? ` ${m.banquets_tables_value({ count: tablesHeld })}` : '';
	return `${outcomeWords[outcome as Outcome]()} ${plainText(endedOn)}${tables}`;
}

function visitText({ outcome, wentOn, visits }: Record<string, Value>): string {
	const result = dissuasionOutcomeWords[outcome as DissuasionOutcome]();
	/* Before visits had rows of their own, the entry kept their number. */
	if (!visits) return m.banquets_dissuaded_plain({ on: plainText(wentOn), outcome: result });
	return `${plainText(wentOn)} ${m.banquets_visits_row({ count: visits })} ${result}`;
}

function valueText(field: string, value: Value): string {
	if (field === 'origin') return originWords[value as Origin]();
	if (field === 'occasion') return occasionWords[value as Occasion]();
	if (field === 'isHygieneCertificateSeen')
		return Number(value) ? m.banquets_certificate_seen() : m.banquets_certificate_not_seen();
	return plainText(value);
}
