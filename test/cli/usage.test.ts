// How the command line behaves around its commands: usage, locks, interruption, pipes, languages.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSite } from '../site/site.ts';
import { ended, offprintIn } from './offprint.ts';
import { seaside, trade } from './pages.ts';

describe('usage', () => {
  it('is refused with exit code 2 and a sentence where it is wrong', async () => {
    const offprint = offprintIn();
    const wrong = [
      ['nonsense'], ['add'], ['list', '--limit', 'many'], ['add', 'x', '--mode', 'odd'], ['show', 'x', '--format', 'odd'], ['export', 'x', '--format', 'pdf'],
      ['annotate', 'x'], ['extract'], ['list', '--odd'], ['tag', 'x'], ['tag', 'x', '+'], [],
    ];
    const ends = await Promise.all(wrong.map((words) => offprint.run(words)));
    ends.forEach(({ code, stdout, stderr }, index) => {
      expect([code, stdout], wrong[index]?.join(' ')).toEqual([2, '']);
      expect(stderr).not.toBe('');
    });
  });

  it('says that there is nothing to compare in a library without the article', async () => {
    const { code, json, stderr } = await offprintIn().run(['diff', 'x', '--json']);
    expect(code).toBe(1);
    expect(json).toMatchObject([{ error: { kind: 'not-found' } }]);
    expect(stderr).not.toBe('');
  });

  it('helps, and tells its version, in the language of the terminal', async () => {
    const offprint = offprintIn();
    const help = await offprint.run(['--help']);
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('Examples:')]);
    const version = await offprint.run(['--version']);
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const chinese = await offprint.run(['add', '--help'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(chinese.stdout).toContain('保存链接和文件');
  });
});

describe('the library', () => {
  it('is not made by looking for it', async () => {
    const offprint = offprintIn();
    const { code, json } = await offprint.run(['list', '--json']);
    expect([code, json]).toMatchObject([1, [{ error: { kind: 'not-found' } }]]);
    const doctor = await offprint.run(['doctor', '--json']);
    expect([doctor.code, doctor.json]).toMatchObject([0, [{ library: null, node: process.versions.node }]]);
  });

  it('can be named by an option before or after the command', async () => {
    const offprint = offprintIn();
    writeFileSync(join(offprint.folder, 'page.html'), seaside);
    expect((await offprint.run(['--library', 'other', 'add', 'page.html', '--json'])).code).toBe(0);
    expect((await offprint.run(['list', '--library', 'other', '--json'])).json[0]).toMatchObject({ total: 1 });
  });

  it('is read, but not changed, while another has it open', async () => {
    const offprint = offprintIn();
    await using site = await startSite({ resources: { '/slow.html': trade }, rules: { '/slow.html': { delayMs: 60_000 } } });
    writeFileSync(join(offprint.folder, 'page.html'), seaside);
    await offprint.run(['add', 'page.html']);
    const holder = offprint.start(['add', site.url('/slow.html')]);
    onTestFinished(() => void holder.kill('SIGKILL'));
    while (site.count('/slow.html') === 0) await wait(50);
    expect((await offprint.run(['search', 'lighthouses', '--json'])).json[0]).toMatchObject({ total: 1 });
    const refused = await offprint.run(['add', 'page.html', '--json']);
    expect([refused.code, refused.json]).toMatchObject([1, [{ error: { kind: 'locked' } }]]);
  });
});

describe('interruption', () => {
  it('stops at Ctrl-C, says so, and leaves nothing half-done', async () => {
    const offprint = offprintIn();
    await using site = await startSite({ resources: { '/slow.html': trade }, rules: { '/slow.html': { delayMs: 60_000 } } });
    const child = offprint.start(['add', site.url('/slow.html'), '--json']);
    const end = ended(child, true);
    while (site.count('/slow.html') === 0) await wait(50);
    child.kill('SIGINT');
    const { code, json } = await end;
    expect([code, json]).toMatchObject([1, [{ status: 'failed', error: { kind: 'cancelled' } }]]);
    expect((await offprint.run(['list', '--json'])).json[0]).toMatchObject({ total: 0 });
  });

  it('is quiet when the reader of a pipe has seen enough', async () => {
    const offprint = offprintIn();
    writeFileSync(join(offprint.folder, 'page.html'), seaside);
    await offprint.run(['add', 'page.html']);
    const child = offprint.start(['list', '--json']);
    child.stdout?.destroy();
    let stderr = '';
    child.stderr?.on('data', (text: Buffer) => (stderr += text.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([0, '']);
  });
});
