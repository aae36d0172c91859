import type { Channels } from './channels';
import { byGateway } from './sms';
import { bySmtp } from './smtp';

interface ChannelSettings {
	smtpUrl: string | null;
	mailFrom: string | null;
	smsGatewayUrl: string | null;
	smsGatewayToken: string | null;
}

let channels: Channels = { email: null, sms: null };

/** Sets up, at boot, the ways out that the settings name. */
export function setUpChannels({ smtpUrl, mailFrom, smsGatewayUrl, smsGatewayToken }: ChannelSettings): Channels {
	return (channels = {
		email: smtpUrl && mailFrom ? bySmtp(smtpUrl, mailFrom) : null,
		sms: smsGatewayUrl && smsGatewayToken ? byGateway(smsGatewayUrl, smsGatewayToken) : null
	});
}

/** Which ways out are set up. */
export function whichChannels(): { email: boolean; sms: boolean } {
	return { email: channels.email !== null, sms: channels.sms !== null };
}
