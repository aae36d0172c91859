import { asc, eq, getTableColumns, isNull, sql, type SQL } from 'drizzle-orm';
import type { AddedCampaign, AddedKind, AddedWork } from '$lib/domain/activities/added-work';
import type { Database } from '../client';
import { compiled } from '../compiled';
import { listWithin } from '../list-within';
import { campaigns, workKinds } from '../schema/activities/work-kinds';
import { accounts } from '../schema/people/accounts';
import { units } from '../schema/units/units';
import type { Statement } from '../statement';
import type { Unit } from '../units/units';

/** What of a kind the database has as text and numbers. */
type KindRow = Omit<AddedKind, 'words' | 'isRounded'> & { words: string; isRounded: number };

const addedCampaigns = listWithin<AddedCampaign>(
	{ id: 'id', name: 'name', nameEn: 'name_en' },
	sql`from campaigns where name is not null order by length(id), id`
);

const addedKinds = listWithin<KindRow>(
	{
		id: 'id',
		campaign: 'campaign',
		name: 'name',
		nameEn: 'name_en',
		definition: 'definition',
		definitionEn: 'definition_en',
		measure: 'measure',
		counts: 'counts',
		words: 'words',
		lead: 'lead',
		isRounded: 'is_rounded',
		fromOn: 'from_on',
		closedFromOn: 'closed_from_on'
	},
	sql`from work_kinds where name is not null order by length(id), id`
);

const towns = compiled<object, (Unit & { campaigns: AddedCampaign[]; kinds: KindRow[] })[]>((db) =>
	db
		.select({ ...getTableColumns(units), campaigns: addedCampaigns, kinds: addedKinds })
		.from(units)
		.where(isNull(units.parentId))
		.orderBy(asc(units.id))
		.limit(1)
);

/** The unit without a parent, and the work that was added for the whole installation, in one statement; null on an empty database. */
export async function findTown(db: Database): Promise<{ root: Unit; added: AddedWork } | null> {
	const [found] = await towns(db, {});
	if (!found) return null;
	const { campaigns, kinds, ...root } = found;
	return {
		root,
		added: {
			campaigns,
			kinds: kinds.map((kind) => ({
				...kind,
				words: JSON.parse(kind.words) as string[],
				isRounded: kind.isRounded === 1
			}))
		}
	};
}

/** When and by whom (name sealed) what was added was saved last, by its id. */
export async function listLastSaved(db: Database) {
	const by = { byId: accounts.id, nameSealed: accounts.nameSealed };
	const [ofCampaigns, ofKinds] = await db.batch([
		db
			.select({ id: campaigns.id, at: campaigns.at, ...by })
			.from(campaigns)
			.leftJoin(accounts, eq(accounts.id, campaigns.byId))
			.where(sql`${campaigns.name} is not null`),
		db
			.select({ id: workKinds.id, at: workKinds.at, ...by })
			.from(workKinds)
			.leftJoin(accounts, eq(accounts.id, workKinds.byId))
			.where(sql`${workKinds.name} is not null`)
	]);
	return [...ofCampaigns, ...ofKinds];
}

type NewCampaign = Omit<typeof campaigns.$inferInsert, 'id'>;
type NewKind = Omit<typeof workKinds.$inferInsert, 'id'>;

/** Adds a campaign under the next number. */
export const insertCampaign = (db: Database, row: NewCampaign): Statement =>
	db.insert(campaigns).values({ ...row, id: nextId('campaigns', 'campaign') });

export const updateCampaign = (db: Database, id: AddedCampaign['id'], row: NewCampaign): Statement =>
	db.update(campaigns).set(row).where(eq(campaigns.id, id));

/** Adds a kind under the next number. */
export const insertWorkKind = (db: Database, row: NewKind): Statement =>
	db.insert(workKinds).values({ ...row, id: nextId('work_kinds', 'added') });

export const updateWorkKind = (db: Database, id: AddedKind['id'], row: NewKind): Statement =>
	db.update(workKinds).set(row).where(eq(workKinds.id, id));

/** Nothing is ever deleted here, so the next number is how many there are, and one. */
const nextId = (table: string, of: string): SQL =>
	sql.raw(`(select '${of}-' || (count(*) + 1) from ${table} where id glob '${of}-*')`);

/** For the audit trail: a kind as it is when the correction is written, and as it will be. */
export const kindBeforeAndAfter = (id: AddedKind['id'], after: object): SQL<string> =>
	sql`(select json_object('before', json_object('name', name, 'nameEn', name_en, 'campaign', campaign, 'measure', measure,
		'counts', counts, 'definition', definition, 'definitionEn', definition_en, 'words', json(words), 'lead', lead, 'isRounded', is_rounded,
		'fromOn', from_on, 'closedFromOn', closed_from_on), 'after', json(${JSON.stringify(after)})) from work_kinds where id = ${id})`;

/** The same of a campaign. */
export const campaignBeforeAndAfter = (id: AddedCampaign['id'], after: object): SQL<string> =>
	sql`(select json_object('before', json_object('name', name, 'nameEn', name_en), 'after', json(${JSON.stringify(after)}))
		from campaigns where id = ${id})`;
