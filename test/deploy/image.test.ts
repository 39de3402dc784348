// What is deployed: the image, the composition and the cluster's files are sound, agree with the program, and the image's steps run.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run as lint } from 'dockerfilelint';
import { afterEach, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { freePort } from '../../bench/free-port.ts';
import { readConfig } from '../../src/config.ts';
import { projectFolder, readText } from '../support/source-files.ts';

const dockerfile = readText('Dockerfile');
/** The instructions of the image, with continued lines as one, by stage. */
const stages = dockerfile
  .replace(/^\s*#.*\n/gm, '')
  .replace(/\\\n\s*/g, ' ')
  .split(/^(?=FROM )/m)
  .filter((stage) => stage.trim() !== '')
  .map((stage) => stage.split('\n').filter((line) => line !== ''));
const [build = [], image = []] = stages;
const of = (stage: readonly string[], name: string): string[] =>
  stage.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1).trim());
/** What a build copies from the project: the paths, and where to. */
const copies = of(build, 'COPY').map((line) => {
  const words = line.split(/\s+/);
  return { from: words.slice(0, -1), to: words.at(-1) ?? '' };
});
const listIn = (line = ''): string[] => JSON.parse(/\[.*\]/.exec(line)?.[0] ?? '[]') as string[];

describe('the Dockerfile', () => {
  it('has nothing that the linter minds', () => {
    expect(lint(projectFolder, dockerfile)).toEqual([]);
    expect(lint(projectFolder, 'FROM node:latest\nRUN cd /x\n')).not.toEqual([]);
  });

  it('copies what is there, and .dockerignore lets exactly that through', () => {
    const paths = copies.flatMap(({ from }) => from);
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
    const rules = readText('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(rules[0]).toBe('*');
    expect(rules.slice(1).sort()).toEqual(paths.map((path) => `!${path}`).sort());
  });

  it('runs one process of the program, on its major version of Node, as nobody in particular', () => {
    const manifest = JSON.parse(readText('package.json')) as { dependencies: { node: string } };
    const [major] = manifest.dependencies.node.split('.');
    expect(stages.map(([from]) => from?.split(' ')[1])).toEqual([`node:${major}-slim`, `node:${major}-slim`]);
    expect(of(image, 'USER')).toEqual(['node']);
    expect(listIn(of(image, 'CMD').at(-1))).toEqual(['node', 'src/main.ts']);
    expect(of(image, 'HEALTHCHECK').join()).toContain('/healthz');
  });
});

type Named = { readonly name: string; readonly value?: string };
type Container = {
  readonly env?: readonly Named[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly livenessProbe: { readonly httpGet: object };
  readonly readinessProbe: { readonly httpGet: object };
  readonly securityContext: object;
};
type Workload = {
  readonly kind: string;
  readonly spec: {
    readonly replicas: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly Container[];
        readonly securityContext: object;
        readonly terminationGracePeriodSeconds: number;
      };
    };
  };
};

/** What a person can set. */
const documented = new Set([...readText('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name));
const unknown = (names: readonly string[]): string[] => names.filter((name) => !documented.has(name));
/** Told to end, the program takes so long at most; what runs it must wait for longer. In seconds. */
const ENDS_WITHIN = 10;

describe('compose.yaml', () => {
  const { services } = parse(readText('compose.yaml'));
  const { bot } = services;

  it('sets only what can be set, to what is accepted', () => {
    expect(unknown(Object.keys(bot.environment))).toEqual([]);
    expect(bot.env_file).toBe('.env');
    expect(readConfig(bot.environment).service).toMatchObject({ port: 3000, store: { kind: 'redis' } });
  });

  it('runs two replicas that cannot write, gain rights or be cut short', () => {
    expect(bot).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(bot.deploy.replicas).toBe(2);
    expect(Number.parseInt(bot.stop_grace_period, 10)).toBeGreaterThan(ENDS_WITHIN);
    expect(bot.depends_on).toEqual({ redis: { condition: 'service_healthy' } });
    expect(services.redis.healthcheck.test).toEqual(['CMD', 'redis-cli', 'ping']);
  });
});

const files = readdirSync(join(projectFolder, 'deploy', 'kubernetes'));
describe.each(files)('deploy/kubernetes/%s', (file) => {
  const documents = parseAllDocuments(readText(`deploy/kubernetes/${file}`));
  const workloads = documents.map((one) => one.toJS() as Workload).filter(({ kind }) => kind !== 'Service');

  it('is YAML of a workload and a service', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    expect(documents).toHaveLength(2);
    expect(workloads).toHaveLength(1);
  });

  it('sets what can be set, cannot write or be root, and is asked how it is', () => {
    for (const { spec } of workloads) {
      const { containers, securityContext, terminationGracePeriodSeconds } = spec.template.spec;
      expect(securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
      expect(terminationGracePeriodSeconds).toBeGreaterThan(ENDS_WITHIN);
      for (const container of containers) {
        expect(unknown((container.env ?? []).map(({ name }) => name))).toEqual([]);
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(container.livenessProbe.httpGet).toEqual({ path: '/healthz', port: 'http' });
        expect(container.readinessProbe.httpGet).toEqual({ path: '/readyz', port: 'http' });
        const port = (container.env ?? []).find(({ name }) => name === 'PORT')?.value;
        expect(container.ports).toEqual([{ name: 'http', containerPort: Number(port) }]);
      }
    }
  });
});

it('each pod of the shards runs one shard, and together they run all', () => {
  const [first] = parseAllDocuments(readText('deploy/kubernetes/discord-shards.yaml'));
  const { spec } = (first as NonNullable<typeof first>).toJS() as Workload;
  const env = spec.template.spec.containers[0]?.env ?? [];
  const fixed = Object.fromEntries(env.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
  const list = env.find(({ name }) => name === 'DISCORD_SHARD_LIST');
  expect(JSON.stringify(list)).toContain("metadata.labels['apps.kubernetes.io/pod-index']");
  const ran = [...Array(spec.replicas).keys()].map((index) => {
    const pod = { ...fixed, DISCORD_TOKEN: 'a.token', DISCORD_SHARD_LIST: String(index) };
    return readConfig(pod).discord;
  });
  expect(ran.flatMap((discord) => discord?.shardList)).toEqual([...Array(ran[0]?.shards).keys()]);
});

const isCi = process.env.CI === 'true';
describe.skipIf(!isCi)(
  `the image's steps in a clean folder${isCi ? '' : ' (skipped: it installs packages; CI=true runs it)'}`,
  () => {
    const folders: string[] = [];
    afterEach(() => {
      for (const folder of folders.splice(0)) {
        spawnSync('chmod', ['-R', 'u+w', folder]);
        rmSync(folder, { recursive: true });
      }
    });

    it('make a program that runs where nothing can be written, is healthy, and ends with 0', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'image-'));
      folders.push(folder);
      chmodSync(folder, 0o755);
      const app = join(folder, 'app');
      const bin = join(folder, 'bin');
      for (const made of [app, bin]) mkdirSync(made);
      // The image brings its own Node; here it is the project's, where an unprivileged user can run it.
      const node = join(bin, 'node');
      copyFileSync(process.execPath, node);
      const path = [bin, process.env.PATH].join(delimiter);
      // Installing goes as it does on this machine, not as a part of the npm command that runs the tests.
      const outer = Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_local)/.test(name)),
      );
      for (const { from, to } of copies)
        for (const one of from)
          cpSync(join(projectFolder, one), to.endsWith('./') ? join(app, one) : join(app, to), { recursive: true });
      for (const step of of(build, 'RUN')) {
        const { status, stderr } = spawnSync('sh', ['-c', step], {
          cwd: app,
          encoding: 'utf8',
          env: { ...outer, PATH: path },
        });
        expect([step, status, status === 0 ? '' : stderr]).toEqual([step, 0, '']);
      }
      expect(existsSync(join(app, 'node_modules', 'vitest'))).toBe(false);
      spawnSync('chmod', ['-R', 'a-w,a+rX', app]);

      // As nobody in particular, where this process may choose; else as whoever runs it.
      const user = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};
      const port = String(await freePort());
      const own = Object.fromEntries(
        of(image, 'ENV')
          .flatMap((line) => line.split(/\s+/))
          .map((pair) => pair.split('=')),
      );
      const settings = {
        SLACK_BOT_TOKEN: 'xoxb-1-image',
        SLACK_SIGNING_SECRET: '0123456789abcdef',
        SLACK_API_URL: 'http://127.0.0.1:1/',
      };
      const env = { ...own, ...settings, PATH: path, PORT: port };
      const [, ...args] = listIn(of(image, 'CMD').at(-1));
      const child = spawn(node, args, { ...user, cwd: app, env, stdio: ['ignore', 'pipe', 'pipe'] });
      try {
        let shown = '';
        child.stderr.on('data', (chunk) => {
          shown += String(chunk);
        });
        for await (const chunk of child.stdout) {
          shown += String(chunk);
          if (shown.includes('"event":"started"')) break;
        }
        child.stdout.resume();
        expect(shown).toContain('"event":"started"');
        expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
        const [, ...check] = listIn(of(image, 'HEALTHCHECK').join());
        expect(spawnSync(node, check, { ...user, cwd: app, env }).status).toBe(0);
        expect(spawnSync(node, check, { ...user, cwd: app, env: { ...env, PORT: '1' } }).status).toBe(1);
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        expect(await ended).toEqual([0, null]);
      } finally {
        child.kill('SIGKILL');
      }
    }, 180_000);
  },
);
