// The least that a Slack app can do, to measure against: one handler that says a command's words back, after its acknowledgement or in it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';

const [signingSecret = '', way = ''] = process.argv.slice(2);
const receiver = new HTTPReceiver({ signingSecret });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-echo', botUserId: 'U0BOT', botId: 'B0BOT' }),
});
if (way === 'acknowledge')
  app.command(/^\//, async ({ command, ack }) => {
    await ack({ text: command.text, response_type: 'in_channel' });
  });
else
  app.command(/^\//, async ({ command, ack, respond }) => {
    await ack({ response_type: 'in_channel' });
    await respond({ text: command.text, response_type: 'in_channel' });
  });
const server = createServer((request, response) => receiver.requestListener(request, response));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
process.on('disconnect', () => process.exit());
