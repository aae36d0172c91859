// Visits and what came of them.
import * as v from 'valibot';
import { dissuasionOutcomes } from '$lib/domain/banquets/dissuasion';
import { date, id, optionalText, reason } from '../fields';

/** A cadre has looked at a banquet. */
export const acknowledgementForm = v.object({ id, banquetId: id });

/** One visit: who went is who is signed in. */
export const visitForm = v.object({ id, wentOn: date, note: optionalText(300) });
export const visitCorrectionForm = v.object({ ...visitForm.entries, reason });

/** 劝停: who went is who is signed in. */
export const dissuasionForm = v.object({
	id,
	wentOn: date,
	outcome: v.picklist(dissuasionOutcomes, 'dissuasion-outcome-missing'),
	note: optionalText(300)
});

export const dissuasionCorrectionForm = v.object({ ...dissuasionForm.entries, reason });

/** A second person's confirmation. */
export const confirmationForm = v.object({ id, dissuasionId: id });
