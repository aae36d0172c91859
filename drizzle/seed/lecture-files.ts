// Files shown at lectures.
import type { Context } from '../../src/lib/server/context';
import { addEventFile } from '../../src/lib/server/events/event-files';
import type { Dice } from './dice';
import { drawPhoto } from './drawn-photo';
import { writeLeaflet } from './leaflet';
import { must, type Stage } from './stage';

export async function showFiles(
	stage: Stage,
	dice: Dice,
	ctx: Context,
	{ eventId, on, title }: { eventId: string; on: string; title: string }
): Promise<void> {
	stage.at(on, '18:00');
	const photo = {
		id: stage.id(),
		eventId,
		kind: 'photo' as const,
		title: '示意图：医生在院坝里讲课',
		isAgreed: true,
		asked: '这张是画出来的示意图，没有真人',
		askedOn: on
	};
	must(await addEventFile(ctx, { ...photo, bytes: drawPhoto(dice) }));
	const topic = title.replace(/^.*：/, '');
	const leaflet = writeLeaflet(topic, [
		'一、按时吃药，不自己停药。',
		'二、少盐少油，多吃蔬菜。',
		'三、每天走一走，量一量血压。',
		'四、不舒服早点到卫生院看。'
	]);
	must(
		await addEventFile(ctx, { id: stage.id(), eventId, kind: 'material', title: `${topic}：一页纸`, bytes: leaflet })
	);
}
