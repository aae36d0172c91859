import { forgetWordForm } from '$lib/forms/ledgers/town-word';
import { act } from '$lib/server/act';
import { forgetWord, listTownWords } from '$lib/server/ledgers/town-words';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	id: locals.context.newId(),
	words: await listTownWords(locals.context)
});

export const actions: Actions = { forget: act(forgetWordForm, forgetWord, { to: '/desk/imports/words' }) };
