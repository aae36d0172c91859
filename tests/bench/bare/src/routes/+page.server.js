import { redirect } from '@sveltejs/kit';
import { writeDurably } from '../durable-batch.js';

/** @type {import('@sveltejs/kit').Actions} */
export const actions = {
	/** The least that a form can cost: it is read, and the answer is a redirect. */
	form: async ({ request }) => {
		await request.formData();
		redirect(303, '/');
	},
	/** The same with one raw batch of three statements that is on the disk before the answer. */
	write: async ({ request }) => {
		const fields = await request.formData();
		await writeDurably(String(fields.get('id')), String(fields.get('name')));
		redirect(303, '/');
	}
};
