import * as v from 'valibot';
import { foldText } from '$lib/domain/folded-text';
import { gridRoles, isStatisticalCode, lastPosition, unitKinds, villageKinds } from '$lib/domain/units/unit';
import { seenRecords } from './seen-records';
import {
	date,
	id,
	integer,
	optional,
	optionalInteger,
	optionalPublicText,
	personName,
	phone,
	publicText,
	ticked,
	unitId
} from '../fields';

/** Left empty: null. */
const optionalPhone = v.union(
	[
		v.pipe(
			v.optional(v.pipe(v.string(), v.trim()), ''),
			v.literal(''),
			v.transform(() => null)
		),
		phone
	],
	'phone-wrong'
);

const code = v.pipe(
	v.optional(v.string(), ''),
	v.transform((typed) => foldText(typed).replace(/\s/g, '')),
	v.check((typed) => typed === '' || isStatisticalCode(typed), 'unit-code-wrong')
);

const attributes = {
	name: publicText('unit-name-missing', 40),
	nameEn: optionalPublicText(60),
	code,
	phone: optionalPhone,
	/** Null: after those that are there. */
	position: optionalInteger(0, lastPosition)
};

export const addUnitForm = v.object({
	id,
	parentId: unitId,
	kind: v.picklist(unitKinds, 'unit-kind-missing'),
	...attributes
});

export const renameUnitForm = v.object({ id, ...attributes, renamedOn: optional(date) });

export const mergeVillagesForm = v.pipe(
	v.object({
		id,
		otherId: unitId,
		thirdId: optional(unitId),
		/** The reader has seen what ends, and that it is for good. */
		isCertain: v.pipe(
			ticked,
			v.check((is) => is, 'merge-unconfirmed')
		),
		kind: v.picklist(villageKinds, 'unit-kind-missing'),
		...attributes,
		onDate: date,
		seen: seenRecords
	}),
	v.forward(
		v.partialCheck([['otherId'], ['thirdId']], ({ otherId, thirdId }) => otherId !== thirdId, 'village-chosen-twice'),
		['thirdId']
	)
);

export const closeUnitForm = v.object({ id, lastOn: date });

export const householdsForm = v.object({ id, fromOn: date, households: integer(1, 99_999) });

export const gridMemberForm = v.object({
	id,
	role: v.picklist(gridRoles, 'grid-role-missing'),
	name: personName,
	fromOn: date
});

export const endGridMemberForm = v.object({ id, memberId: id, lastOn: date });

export const gridGroupForm = v.object({ id, groupId: v.pipe(v.string('group-missing'), v.uuid('group-missing')) });
