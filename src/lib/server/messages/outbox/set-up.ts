import type { Channels } from '$lib/domain/messages/channel';
import { byGateway } from './sms';
import { bySmtp } from './smtp';

interface ChannelSettings {
	smtpUrl: string | null;
	mailFrom: string | null;
	smsGatewayUrl: string | null;
	smsGatewayToken: string | null;
}

/** The ways out for messages that the settings name. */
export const setUpChannels = ({ smtpUrl, mailFrom, smsGatewayUrl, smsGatewayToken }: ChannelSettings): Channels => ({
	email: smtpUrl && mailFrom ? bySmtp(smtpUrl, mailFrom) : null,
	sms: smsGatewayUrl && smsGatewayToken ? byGateway(smsGatewayUrl, smsGatewayToken) : null
});

/** Which ways out are set up, for a page to say. */
export const whichChannels = ({ email, sms }: Channels): { email: boolean; sms: boolean } => ({
	email: email !== null,
	sms: sms !== null
});
