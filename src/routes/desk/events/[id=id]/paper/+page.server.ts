import { fail, redirect } from '@sveltejs/kit';
import { findVillage, isOutside, readPasted } from '$lib/domain/signups/pasted-list';
import { outside } from '$lib/forms/signups/signup';
import { isBlank, mostRows, readTypedRows, unknownVillage, type TypedRow } from '$lib/forms/signups/paper';
import type { Context } from '$lib/server/context';
import { listUnits } from '$lib/server/db/units/units';
import { enterSignups } from '$lib/server/signups/paper-list';
import { getOwnEvent } from '../../get-event';
import { checkList } from './check-list';
import type { Actions, PageServerLoad } from './$types';

const blankRows = 12;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const event = await getOwnEvent(ctx, params.id);
	const isOpen = event.publication !== null && !event.cancellation && !event.completion;
	const slots = event.slots.filter(({ startsAt }) => isOpen && startsAt > ctx.now());
	return {
		id: ctx.newId(),
		event: { id: event.id, title: event.title },
		slots,
		villages: await listVillages(ctx),
		blank: blanks(ctx, blankRows),
		saved: readCount(url, 'saved'),
		rest: readCount(url, 'rest')
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const ctx = locals.context;
		const event = await getOwnEvent(ctx, params.id);
		const sent = await request.formData();
		const wish = String(sent.get('do') ?? 'check');
		const slotId = String(sent.get('slotId') ?? '');
		const id = String(sent.get('id') ?? '');
		const rows = readTypedRows(sent);
		const answer = {
			id,
			slotId,
			rows,
			pasted: String(sent.get('pasted') ?? ''),
			/** Names of pasted lines for which the table had no room. */
			leftOut: [] as string[],
			checked: null,
			checkedAs: '',
			errors: {} as Record<
				string,
				'paper-slot-missing' | 'paper-rows-missing' | 'paper-rows-wrong' | 'paper-list-changed'
			>
		};
		const withBlanks = (count: number) => [...rows, ...blanks(ctx, count, rows.at(-1)?.villageId)].slice(0, mostRows);

		if (wish === 'paste') {
			const room = mostRows - rows.length;
			const { rows: placed, leftOut, rest } = await placePasted(ctx, answer.pasted, room);
			return {
				...answer,
				leftOut,
				pasted: rest,
				rows: [...rows, ...placed, ...blanks(ctx, 3)].slice(0, mostRows)
			};
		}
		if (wish === 'more') return { ...answer, rows: withBlanks(10) };
		const isOpen = event.slots.some((slot) => slot.id === slotId && slot.startsAt > ctx.now());
		if (!isOpen)
			return fail(400, { ...answer, rows: withBlanks(3), errors: { slotId: 'paper-slot-missing' as const } });
		if (rows.every(isBlank))
			return fail(400, { ...answer, rows: withBlanks(blankRows), errors: { form: 'paper-rows-missing' as const } });
		const checked = await checkList(ctx, event, slotId, rows);
		const checkedAs = ctx.keys.sign(JSON.stringify([slotId, rows]));
		const isAsChecked = sent.get('checkedAs') === checkedAs;
		if (wish !== 'save' || !isAsChecked || checked.wrong > 0) {
			const errors = checked.wrong > 0 ? { form: 'paper-rows-wrong' as const } : {};
			const shown = { ...answer, rows: withBlanks(1), checked, checkedAs, errors };
			return checked.wrong > 0 ? fail(400, shown) : shown;
		}
		const parties = checked.parties.map(({ rows: at, name, phone, villageId, people, companions }) => ({
			id: rows[at[0]!]!.id,
			name,
			phone,
			villageId,
			partySize: people,
			companions
		}));
		const result = await enterSignups(ctx, { id, slotId, parties });
		if (!result.ok) return fail(409, { ...answer, checked, errors: { form: 'paper-list-changed' as const } });
		const rest = readPasted(answer.pasted).rows.length;
		redirect(303, `/desk/events/${params.id}/paper?saved=${parties.length}${rest > 0 ? `&rest=${rest}` : ''}`);
	}
};

const readCount = (url: URL, name: string) => Number(/^\d{1,4}$/.exec(url.searchParams.get(name) ?? '')?.[0] ?? 0);

const blanks = (ctx: Context, count: number, villageId = ''): TypedRow[] =>
	Array.from({ length: count }, () => ({ id: ctx.newId(), name: '', phone: '', villageId, people: '' }));

async function listVillages(ctx: Context) {
	const root = await ctx.rootUnit();
	const villages = root ? await listUnits(ctx.db, root.id, ['village', 'community']) : [];
	return villages.map(({ id, name, nameEn }) => ({ id, name, nameEn }));
}

/** Pasted lines as lines of the table, `room` of them, and the rest as text to paste later. An unknown village stays to be chosen. */
async function placePasted(ctx: Context, pasted: string, room: number) {
	const villages = await listVillages(ctx);
	const placed = (cell: string) =>
		findVillage(villages, cell)?.id ?? (isOutside(cell) ? outside : cell === '' ? '' : unknownVillage + cell);
	const { heading, rows } = readPasted(pasted);
	const left = rows.slice(room);
	return {
		rows: rows.slice(0, room).map(({ village, name, phone, people }) => ({
			id: ctx.newId(),
			name,
			phone,
			people,
			villageId: placed(village)
		})),
		leftOut: left.map(({ name }) => name),
		rest: left.length > 0 ? [heading, ...left.map(({ line }) => line)].filter((line) => line !== null).join('\n') : ''
	};
}
