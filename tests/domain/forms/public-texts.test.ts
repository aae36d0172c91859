import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
	activityCorrectionForm,
	activityForm,
	checkedZeroForm,
	monthReportForm
} from '../../../src/lib/forms/activities/activity';
import { campaignForm, workKindCorrectionForm, workKindForm } from '../../../src/lib/forms/activities/added-work';
import { answersForm } from '../../../src/lib/forms/events/question';
import { newSlotForm } from '../../../src/lib/forms/events/slot';
import { taskForm } from '../../../src/lib/forms/targets/task';
import { splitVillageForm } from '../../../src/lib/forms/units/split-village';

const kinds = { campaigns: ['governance'], labels: [], taken: [] } as const;
const question = { id: 'q', kind: 'text', wording: '?', choices: [], isRequired: true } as const;

/** Forms that are made for a town: its kinds, its figures, the questions of an event. */
const made = {
	checkedZeroForm: checkedZeroForm([]),
	activityForm: activityForm(['deployment-meeting']),
	activityCorrectionForm: activityCorrectionForm(['deployment-meeting']),
	campaignForm: campaignForm([]),
	workKindForm: workKindForm(kinds),
	workKindCorrectionForm: workKindCorrectionForm(kinds),
	answersForm: answersForm([question], 1),
	newSlotForm,
	taskForm: taskForm([]),
	monthReportForm: monthReportForm([]),
	splitVillageForm: splitVillageForm([], [])
};

/** Texts in which a number may be, since only those see them whom they concern. Each of them says who. */
const own: Record<string, string> = {
	'banquetForm.venue': 'the cadres',
	'banquetForm.caterer': 'the cadres',
	'banquetCorrectionForm.venue': 'the cadres',
	'banquetCorrectionForm.caterer': 'the cadres',
	'ownBanquetForm.venue': 'the household and the cadres',
	'ownBanquetForm.caterer': 'the household and the cadres',
	'ownCorrectionForm.venue': 'the household and the cadres',
	'ownCorrectionForm.caterer': 'the household and the cadres',
	'answerForm.text': 'the household and the cadres',
	'replyForm.text': 'the household and the cadres',
	'visitForm.note': 'the household and the cadres',
	'visitCorrectionForm.note': 'the household and the cadres',
	'dissuasionForm.note': 'the household and the cadres',
	'dissuasionCorrectionForm.note': 'the household and the cadres',
	'elderForm.pickUpPoint': 'the cadres, sealed',
	'eventFileForm.asked': 'the cadres: who agreed to a photo',
	'activityForm.place': 'the cadres',
	'activityForm.audience': 'the cadres',
	'activityForm.result': 'the cadres',
	'activityForm.evidence': 'the cadres',
	'activityForm.note': 'the cadres',
	'activityCorrectionForm.place': 'the cadres',
	'activityCorrectionForm.audience': 'the cadres',
	'activityCorrectionForm.result': 'the cadres',
	'activityCorrectionForm.evidence': 'the cadres',
	'activityCorrectionForm.note': 'the cadres',
	'monthReportForm.evidence': 'the cadres',
	'checkedZeroForm.evidence': 'the cadres',
	'checkedZeroForm.note': 'the cadres',
	'importForm.sheet': 'not kept',
	'signInForm.username': 'not kept',
	'signInForm.password': 'not kept',
	'changePasswordForm.currentPassword': 'not kept',
	'changePasswordForm.newPassword': 'not kept',
	'changePasswordForm.repeatPassword': 'not kept',
	'scanForm.text': 'not kept',
	'elderForm.solarOn': 'a part of a day',
	'elderForm.lunarYear': 'a part of a day',
	'elderForm.lunarMonth': 'a part of a day',
	'elderForm.lunarDay': 'a part of a day',
	'forgetWordForm.wordIndex': 'a key',
	'callForm.messageId': 'a key',
	'resolveForm.messageId': 'a key',
	'signupForm.check': 'a signed outcome',
	'ledgerStartForm.confirmed': 'a key'
};

interface Schema {
	kind: string;
	entries?: Record<string, Schema>;
	options?: readonly Schema[];
	pipe?: readonly Schema[];
}

/** The fields of a form by name, with each of its variants. */
function fieldsOf(schema: Schema): [string, Schema][] {
	if (schema.entries) return Object.entries(schema.entries);
	const within = [...(schema.pipe ?? []).filter((one) => one !== schema), ...(schema.options ?? [])];
	return within.filter((one) => typeof one === 'object' && one.kind === 'schema').flatMap(fieldsOf);
}

const plain = '晚上在文化广场，自带 2 张板凳。';
const read = (field: Schema, text: string) => v.safeParse(field as unknown as v.GenericSchema, text);
const takes = (field: Schema) => {
	const { success, output } = read(field, plain);
	return success && JSON.stringify(output).includes('文化广场');
};

const files = readdirSync('src/lib/forms', { recursive: true, encoding: 'utf8' }).filter((name) =>
	/\/.*\.ts$/.test(name)
);
const exported = await Promise.all(
	files.map((name) => import(join(process.cwd(), 'src/lib/forms', name)) as Promise<Record<string, unknown>>)
);
const forms = exported
	.flatMap((one) => Object.entries(one))
	.filter(([, value]) => (value as Schema)?.kind === 'schema');
const texts = [...forms, ...Object.entries(made)].flatMap(([form, schema]) =>
	fieldsOf(schema as Schema).flatMap(([name, field]) => (takes(field) ? [{ name: `${form}.${name}`, field }] : []))
);
const unique = [...new Map(texts.map((one) => [one.name, one])).values()];

describe('a text that others read than whom it concerns', () => {
	test.each(unique.filter(({ name }) => !(name in own)))('$name takes no number of a person', ({ field }) => {
		for (const number of ['13800000000', '138 0000-0000', '023-71230000', '50010119480305001X']) {
			const { success, issues = [] } = read(field, `咨询找张三 ${number}`);
			expect(success, number).toBe(false);
			expect(['personal-number', 'number-in-public']).toContain(issues[0]!.message);
		}
	});

	test('all that is named as another one is there', () => {
		expect(Object.keys(own).filter((name) => !unique.some((one) => one.name === name))).toEqual([]);
	});

	test('these are public', () => {
		const names = unique.map(({ name }) => name);
		for (const name of [
			...['newEventForm.title', 'newEventForm.place', 'newEventForm.description', 'newEventForm.partner'],
			...['editEventForm.title', 'editEventForm.reason', 'cancellationForm.reason', 'editSlotForm.reason'],
			...['questionForm.wording', 'questionForm.choices', 'mendQuestionForm.wording', 'answersForm.1.q'],
			...['eventFileForm.title', 'lectureForm.speakerFrom', 'feedbackForm.sentence', 'moveForm.reason'],
			...['planBanquetForm.title', 'planBanquetForm.place', 'pledgeTextForm.title', 'pledgeTextForm.body'],
			...['campaignForm.name', 'workKindForm.name', 'workKindForm.nameEn', 'workKindForm.definition'],
			...['workKindForm.lead', 'villageRuleForm.wording', 'villageRuleForm.source', 'saveReportForm.body'],
			...['addUnitForm.name', 'renameUnitForm.nameEn', 'mergeVillagesForm.name', 'splitVillageForm.name1']
		])
			expect(names).toContain(name);
	});
});
