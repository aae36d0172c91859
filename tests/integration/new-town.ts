import { readSettings } from '../../src/boot/settings.js';
import type { Channels } from '../../src/lib/domain/messages/channel';
import type { Context } from '../../src/lib/server/context';
import type { Database } from '../../src/lib/server/db/client';
import { createTown, type Town } from '../../src/lib/server/town';

const { retentionDays, ...limits } = readSettings({});

/** A town of an operator who sets nothing: it has no way out for messages. */
export const newTown = (db: Database, dataKey: Uint8Array): Town =>
	createTown(db, dataKey, { retentionDays, limits, channels: { email: null, sms: null } });

/** The same context in a town with these ways out for messages. */
export const withChannels = (ctx: Context, channels: Channels): Context => ({
	...ctx,
	settings: { ...ctx.settings, channels }
});
