import { readBirth, type Diet, type Mobility, type PhotoConsent, type Sex } from '$lib/domain/birthdays/elder';
import { m } from '$lib/paraglide/messages.js';
import { birthText, dietWords, mobilityWords, photoWords, sexWords } from './elder-words';
import { changesText, plainText, type Value, type WordedAct } from '../audit/record-life';

const fieldWords: Record<string, () => string> = {
	unitId: m.elders_unit,
	name: m.elders_name,
	birth: m.elders_birth,
	sex: m.elders_sex,
	phone: m.elders_phone,
	relativePhone: m.elders_relative_phone,
	mobility: m.elders_mobility,
	needsTransport: m.elders_transport,
	pickUpPoint: m.elders_pick_up_point,
	diet: m.elders_diet,
	companions: m.elders_companions,
	photoConsent: m.elders_photo
};

/** What a correction changed in the record of an elder, in one line. */
export function elderCorrectionText({ changes }: WordedAct): string {
	return changes.length === 0
		? m.elders_act_corrected_plain()
		: m.elders_act_corrected({ what: changesText(changes, fieldWords, valueText) });
}

function valueText(field: string, value: Value): string {
	switch (field) {
		case 'birth':
			return birthText(readBirth(String(value)));
		case 'sex':
			return sexWords[value as Sex]();
		case 'mobility':
			return mobilityWords[value as Mobility]();
		case 'diet':
			return dietWords[value as Diet]();
		case 'photoConsent':
			return photoWords[value as PhotoConsent]();
		case 'needsTransport':
			return value ? m.elders_fetch() : m.elders_no_transport();
		default:
			return plainText(value);
	}
}
