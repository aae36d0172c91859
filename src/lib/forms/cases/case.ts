import * as v from 'valibot';
import { caseKinds, caseLevels } from '$lib/domain/cases/case';
import { date, id, optional, optionalTextWithoutNumbers, reason, textWithoutNumbers, unitId } from '../fields';

/** In the order of the page, as its errors are. */
const facts = {
	kind: v.picklist(caseKinds, 'case-kind-missing'),
	/** 事项, without parties. */
	matter: textWithoutNumbers('case-matter-missing', 300),
	receivedOn: date,
	unitId,
	/** By which day it is to be settled. */
	dueOn: optional(date),
	level: v.picklist(caseLevels, 'case-level-missing')
};

const settlement = {
	settledOn: date,
	/** 结果 */
	result: optionalTextWithoutNumbers(300)
};

/** A case that was received. */
export const caseForm = v.object({ id, ...facts });

/** A case is settled. */
export const settlementForm = v.object({ id, ...settlement });

/** The same, put right. */
export const caseCorrectionForm = v.object({ id, ...facts, reason });

/** The settlement, put right. */
export const settlementCorrectionForm = v.object({ id, ...settlement, reason });

/** A settled case is opened again. */
export const reopeningForm = v.object({ id, reason });

/** A case is struck out. */
export const caseRemovalForm = v.object({ id, reason: textWithoutNumbers('removal-reason-missing', 300) });
