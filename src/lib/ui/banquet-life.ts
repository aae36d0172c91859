import type { DissuasionOutcome, Occasion, Origin, Outcome } from '$lib/domain/banquet';
import { m } from '$lib/paraglide/messages.js';
import { dissuasionOutcomeWords, occasionWords, originWords, outcomeWords } from './banquet-words';
import { unitName } from './unit-name';

type Value = string | number | null;

/** An act as `server/banquet-life` reads it. */
export interface WordedAct {
	id: string;
	at: number;
	verb: string;
	by: { kind: 'visitor' | 'system' } | { kind: 'account'; name: string; unit: { name: string; nameEn: string | null } };
	detail: Record<string, Value>;
	changes: { field: string; before?: Value; after?: Value }[];
}

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

/** Who did it: a cadre by name and unit, or the household. */
export function actorText({ by }: WordedAct): string {
	if (by.kind === 'account') return m.banquets_act_by({ name: by.name, unit: unitName(by.unit) });
	return by.kind === 'system' ? m.banquets_act_by_system() : m.banquets_act_by_household();
}

/** What was done, in one line. */
export function actText(act: WordedAct): string {
	const { detail, changes } = act;
	switch (act.verb) {
		case 'declareBanquet':
			return detail.origin === 'found' ? m.banquets_act_found() : m.banquets_act_declared();
		case 'correctBanquet':
			return changes.length === 0
				? m.banquets_act_corrected_plain()
				: m.banquets_act_corrected({ what: changes.map(changeText).join(m.banquets_change_join()) });
		case 'declareOwnBanquet':
			return m.banquets_act_declared_own();
		case 'correctOwnBanquet':
			return changes.length === 0
				? m.banquets_act_corrected_own_plain()
				: m.banquets_act_corrected_own({ what: changes.map(changeText).join(m.banquets_change_join()) });
		case 'callOffOwnBanquet':
			return m.banquets_act_called_off();
		case 'acknowledgeBanquet':
			return m.banquets_act_acknowledged();
		case 'handOverHygieneNotice':
			return m.banquets_act_hygiene();
		case 'recordVisit':
			return m.banquets_act_visit({ on: String(detail.wentOn) });
		case 'correctVisit':
			return changes.length === 0
				? m.banquets_act_visit_corrected_plain()
				: m.banquets_act_visit_corrected(sides(act, ({ wentOn }) => String(wentOn)));
		case 'recordOutcome':
			return m.banquets_act_outcome({ outcome: resultText(detail) });
		case 'correctOutcome':
			return m.banquets_act_outcome_corrected(sides(act, resultText));
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
	return `${outcomeWords[outcome as Outcome]()} ${endedOn}${tables}`;
}

function visitText({ outcome, wentOn, visits }: Record<string, Value>): string {
	const result = dissuasionOutcomeWords[outcome as DissuasionOutcome]();
	/* Before visits had rows of their own, the entry kept their number. */
	if (!visits) return m.banquets_dissuaded_plain({ on: String(wentOn), outcome: result });
	return `${wentOn} ${m.banquets_visits_row({ count: visits })} ${result}`;
}

function changeText({ field, before, after }: WordedAct['changes'][number]): string {
	const label = fieldWords[field]?.() ?? field;
	if (field === 'unitId') return label;
	if (before === undefined) return m.banquets_change_hidden({ field: label });
	return m.banquets_change({ field: label, before: valueText(field, before), after: valueText(field, after ?? null) });
}

function valueText(field: string, value: Value): string {
	if (value === null) return '—';
	if (field === 'origin') return originWords[value as Origin]();
	if (field === 'occasion') return occasionWords[value as Occasion]();
	return String(value);
}
