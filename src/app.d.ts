import type { AddedWork } from '$lib/domain/activities/added-work';
import type { Context } from '$lib/server/context';
import type { Actor } from '$lib/domain/people/actor';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** The number a fault was logged under. */
			id?: string;
		}
		interface PageData {
			/** What the town added to the software's own kinds of work: their names are read from here. */
			added: AddedWork;
		}
		interface Locals {
			context: Context;
			actor: Actor;
			/** The 长辈版 (large text) switch, remembered in a cookie. */
			elderView: boolean;
			/** Whether an id was made for this request, such as that of a form: its answer is for one reader alone. */
			hasNewId?: boolean;
			/** Whether another process kept the database busy until the deadline: the answer is 503. */
			isBusy?: boolean;
			/** The page that answers, once it is rendered. */
			html?: string;
		}
	}
}

export {};
