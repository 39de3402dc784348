// Which workspaces installed the app, and with which token: kept in the program's own store, like everything else.
import type { App, Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Chat } from '../../chat/contract.ts';

type Ids = { readonly teamId?: string | undefined; readonly enterpriseId?: string | undefined };

const teamKey = (id: string): string => `slack:team:${id}`;
const organisationKey = (id: string): string => `slack:organisation:${id}`;

/** A workspace's own installation comes before that of the organisation that it belongs to. */
const keysOf = ({ teamId, enterpriseId }: Ids): string[] => [
  ...(teamId ? [teamKey(teamId)] : []),
  ...(enterpriseId ? [organisationKey(enterpriseId)] : []),
];

/** What the SDK keeps and finds installations by. */
export function openInstallations(chat: Chat): InstallationStore & { deleteInstallation(ids: Ids): Promise<void> } {
  const shelf = chat.shelf<Installation>('installations');
  return {
    async storeInstallation(installation) {
      const { team, enterprise, isEnterpriseInstall } = installation;
      const organisation = isEnterpriseInstall && enterprise ? organisationKey(enterprise.id) : undefined;
      const key = organisation ?? (team ? teamKey(team.id) : undefined);
      if (key === undefined) throw new Error('Slack named neither a workspace nor an organisation');
      // Who installed it does not matter: nothing of a person is kept.
      await shelf.set(key, { ...installation, user: { token: undefined, scopes: undefined, id: '' } } as Installation);
      chat.log('info', 'slack-installed', { workspace: team?.id ?? enterprise?.id });
    },
    async fetchInstallation(query: InstallationQuery<boolean>) {
      for (const key of keysOf(query)) {
        const found = await shelf.get(key);
        if (found) return found;
      }
      throw new Error('no such installation');
    },
    async deleteInstallation(ids) {
      for (const key of keysOf(ids)) await shelf.delete(key);
    },
  };
}

/** Forgets a workspace's token as soon as Slack says that it is worth nothing any more. */
export function onUninstalled(app: App, chat: Chat, installations: ReturnType<typeof openInstallations>): void {
  const forget = async ({ teamId, enterpriseId, isEnterpriseInstall }: Ids & { isEnterpriseInstall: boolean }) => {
    await installations.deleteInstallation(isEnterpriseInstall ? { enterpriseId } : { teamId });
    chat.log('info', 'slack-uninstalled', { workspace: isEnterpriseInstall ? enterpriseId : teamId });
  };
  app.event('app_uninstalled', ({ context }) => forget(context));
  app.event('tokens_revoked', async ({ event, context }) => {
    if (event.tokens.bot?.length) await forget(context);
  });
}
