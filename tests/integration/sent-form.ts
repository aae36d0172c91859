import type { Context } from '../../src/lib/server/context';
import { digestForm, keepContents } from '../../src/lib/server/form-digest';

/** The context in which an action answers this form: what is sent through it is known again by what the form said. */
export function answering(ctx: Context, form: object, files: Record<string, Blob> = {}): Context {
	const sent = new FormData();
	for (const [name, file] of Object.entries(files)) sent.set(name, file, 'file');
	keepContents(sent, form);
	return { ...ctx, formDigest: (actId) => digestForm(ctx.keys, sent, actId) };
}

/** Does `verb` as an action does, with the form that was sent. */
export const send = <Form extends object, Answer>(
	verb: (ctx: Context, form: Form) => Promise<Answer>,
	ctx: Context,
	form: Form
): Promise<Answer> => verb(answering(ctx, form), form);
