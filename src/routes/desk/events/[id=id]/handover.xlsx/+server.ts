import { error } from '@sveltejs/kit';
import { dateOf } from '$lib/domain/calendar/calendar';
import { m } from '$lib/paraglide/messages.js';
import { toLedgerFile, xlsxType } from '$lib/server/ledgers/files/ledger-file';
import { handOverList } from '$lib/server/blood/station-consents';
import { stopAtRecord } from '$lib/server/form';
import { unitName } from '$lib/ui/units/unit-name';
import { timeSpan } from '$lib/ui/calendar/when';
import type { RequestHandler } from './$types';

/**
 * The list for the station: only people who agreed to it, with names and telephones in full; the audit trail says who
 * took it.
 */
export const POST: RequestHandler = async ({ locals, params }) => {
	const ctx = locals.context;
	const read = await handOverList(ctx, { id: ctx.newId(), eventId: params.id });
	if (!read.ok) {
		stopAtRecord(read.refusal);
		error(404, read.refusal);
	}
	const { event, people } = read;
	const title = m.donation_file_title({ title: event.title });
	const file = toLedgerFile({
		title,
		facts: [
			{ term: m.donation_file_unit(), value: unitName({ name: event.unitName, nameEn: event.unitNameEn }) },
			{ term: m.donation_file_for(), value: event.partner || m.donation_station() },
			{ term: m.donation_file_place(), value: event.place },
			{ term: m.donation_file_made(), value: ctx.today() },
			{ term: m.donation_file_by(), value: ctx.actor.kind === 'account' ? ctx.actor.username : '' },
			{ term: m.donation_file_definition(), value: m.donation_file_definition_text() }
		],
		columns: [
			{ label: m.donation_file_seq(), width: 6, kind: 'number' },
			{ label: m.donation_file_day(), width: 12, kind: 'date' },
			{ label: m.donation_file_time(), width: 14, kind: 'text' },
			{ label: m.donation_file_name(), width: 12, kind: 'text' },
			{ label: m.donation_file_phone(), width: 16, kind: 'text' },
			{ label: m.donation_file_village(), width: 14, kind: 'text' },
			{ label: m.donation_file_note(), width: 24, kind: 'text' }
		],
		rows: people.map(({ startsAt, endsAt, name, phone, villageName, asksStation }, at) => [
			at + 1,
			dateOf(startsAt),
			timeSpan(startsAt, endsAt),
			name,
			phone,
			villageName ?? m.events_village_outside(),
			asksStation ? m.donation_file_ask() : null
		])
	});
	const name = encodeURIComponent(`${title} ${ctx.today()}.xlsx`);
	return new Response(file, {
		headers: {
			'content-type': xlsxType,
			'content-disposition': `attachment; filename="handover.xlsx"; filename*=UTF-8''${name}`
		}
	});
};
