/** How an attempt to send ended. `reason` is a code, never anything personal. */
export type Outcome =
	| { kind: 'sent' }
	/** Surely not sent; again later. */
	| { kind: 'failed'; reason: string }
	/** Surely not sent, and never will be. */
	| { kind: 'refused'; reason: string }
	/** The line broke after the words were handed over. */
	| { kind: 'in-doubt'; reason: string };

export interface Letter {
	/** The message's id: the same at every attempt. */
	id: string;
	to: string;
	subject: string;
	text: string;
}

export type Send = (letter: Letter) => Promise<Outcome>;

/** The ways out that are set up. */
export interface Channels {
	email: Send | null;
	sms: Send | null;
}
