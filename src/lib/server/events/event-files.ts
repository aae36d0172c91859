import { createHash } from 'node:crypto';
import type { InferOutput } from 'valibot';
import { decideFile } from '$lib/domain/events/event-file';
import type { Result } from '$lib/domain/result';
import type { eventFileForm } from '$lib/forms/lectures/lecture';
import type { Context } from '../context';
import { findEventFile, insertEventFile, insertFileRemoval, listEventFiles } from '$lib/server/db/events/event-files';
import { actOn, findOwn, type NotMine, type OnEvent } from './event-acts';
import { recordAct, recordOnce, stampOf } from '../record-act';

export type AddEventFileCommand = InferOutput<typeof eventFileForm> & { eventId: string; bytes: Uint8Array };
export type AddEventFileRefusal =
	| NotMine
	| 'file-missing'
	| 'file-too-large'
	| 'file-kind-wrong'
	| 'file-broken'
	| 'too-many-files'
	| 'photo-consent-missing'
	| 'date-in-future';

/**
 * Puts a photo or a material beside an event, by staff of its unit. The bytes say what a file is, not its name. A
 * photo loses what the camera wrote into it, and is refused without the consent of those it shows. The file's id is
 * the command's.
 */
export async function addEventFile(
	ctx: Context,
	{ id, eventId, bytes, ...words }: AddEventFileCommand
): Promise<Result<object, AddEventFileRefusal>> {
	const found = await findOwn(ctx, eventId);
	if (!found.ok) return found;
	const decided = decideFile(words.kind, bytes);
	if (!decided.ok) return decided;
	if (words.kind === 'photo' && words.askedOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	const { format } = decided;
	const hash = createHash('sha256').update(decided.bytes).digest('hex');
	const size = decided.bytes.length;
	const consent = words.kind === 'photo' ? sealConsent(ctx, id, words) : {};
	const detail = { kind: words.kind, format, size, hash };
	return recordAct(
		ctx,
		actOn('addEventFile', id, { ...found.event, id: eventId }, detail),
		[
			insertEventFile(ctx.db, {
				id,
				eventId,
				kind: words.kind,
				title: words.title,
				format,
				size,
				hash,
				...consent,
				bytes: Buffer.from(decided.bytes),
				...stampOf(ctx)
			})
		],
		{ 'refusal:too-many-files': 'too-many-files', event_files_photo_with_consent: 'photo-consent-missing' }
	);
}

function sealConsent(
	{ keys }: Context,
	id: string,
	{ isAgreed, asked, askedOn }: { isAgreed: boolean; asked: string; askedOn: string }
) {
	return isAgreed ? { consentSealed: keys.seal(asked, 'event-files.consent', id), consentOn: askedOn } : {};
}

/**
 * Removes a file, by staff of the event's unit: its bytes, title and consent are deleted for good. Done once:
 * who comes second is refused.
 */
export async function removeEventFile(
	ctx: Context,
	{ id, eventId, fileId, reason }: OnEvent & { fileId: string; reason: string }
): Promise<Result<object, NotMine | 'file-unknown'>> {
	const found = await findOwn(ctx, eventId);
	if (!found.ok) return found;
	const file = await findEventFile(ctx.db, fileId);
	return recordOnce(
		ctx,
		{ isDone: file?.eventId !== eventId, unique: 'event_file_removals.file_id', refusal: 'file-unknown' },
		actOn('removeEventFile', id, found.event, { kind: file?.kind, hash: file?.hash }),
		[insertFileRemoval(ctx.db, { fileId, reason, ...stampOf(ctx) })]
	);
}

/** The files of an event for its staff, with whom the photos' people were asked. */
export async function readEventFiles(ctx: Context, eventId: string) {
	const files = await listEventFiles(ctx.db, eventId);
	return files.map(({ consentSealed, ...file }) => ({
		...file,
		asked: consentSealed ? ctx.keys.open(consentSealed, 'event-files.consent', file.id) : ''
	}));
}
