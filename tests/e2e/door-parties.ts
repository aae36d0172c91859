import { newDoorEvent, slipCodeOf } from '../http/check-in/door-event';
import { Page as Form } from '../http/page';
import { Session } from '../http/session';
import { sessionOf } from './browsers';

/** An event whose door is open, with four places; out: its id. */
export const newEvent = async (): Promise<string> => newDoorEvent(new Form(await sessionOf('wu')));

let nth = 0;

/** A party signs up; out: the code of their slip. */
export function comes(event: string, name: string, partySize: number): Promise<string> {
	const villager = new Form(new Session(process.env.XINFENG_URL!));
	const phone = `136${String(Date.now()).slice(-6)}${String(++nth).padStart(2, '0')}`;
	return slipCodeOf(villager, event, { name, phone, partySize });
}
