// The house's one law: imports only go down. Reads every import of the app and names the file and the rule that it breaks.

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { builtinModules } from 'node:module';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

interface Rule {
  readonly name: string;
  /** Which files it binds, by their path from the root. */
  readonly binds: RegExp;
  /** What they may import: our own files by path from the root, packages by name. */
  readonly may: RegExp;
}

const node = '^node:';
const packages = (...names: readonly string[]): string => `^(${names.join('|')})(/|$)`;

const rules: readonly Rule[] = [
  { name: 'the ground stands on nothing of ours', binds: /^preload\/contract\//, may: allow('^preload/contract/', packages('valibot', 'approx-string-match')) },
  { name: 'the preload takes the ground and Electron', binds: /^preload\/[^/]+$/, may: allow('^preload/contract/', packages('electron')) },
  { name: 'the window takes from outside itself only the ground', binds: /^renderer\//, may: allow('^renderer/', '^preload/contract/', packages('react', 'react-dom', '@tanstack', 'react-aria-components', 'react-aria', '@react-aria', '@react-types', '@fontsource-variable', 'marked', 'vite')) },
  { name: 'in the window, lib stands below all', binds: /^renderer\/lib\//, may: allow('^renderer/(lib|styles)/', '^preload/contract/', packages('react', 'react-dom', '@tanstack')) },
  { name: 'in the window, state stands on lib', binds: /^renderer\/state\//, may: allow('^renderer/(lib|state)/', '^preload/contract/', packages('react')) },
  { name: 'in the window, services stand on state', binds: /^renderer\/services\//, may: allow('^renderer/(lib|state|services)/', '^preload/contract/', packages('react')) },
  { name: 'the engine is handed ports', binds: /^main\/engine\//, may: allow('^main/engine/', '^preload/contract/', node, '^(?!electron$|got$|@sparticuz)(@?[a-z][\\w.-]*)(/|$)') },
  { name: 'adapters know no Electron', binds: /^main\/adapters\//, may: allow('^main/adapters/', '^main/engine/model/', '^preload/contract/', node, '^(?!electron$)(@?[a-z][\\w.-]*)(/|$)') },
  { name: 'the terminal knows no Electron', binds: /^main\/(cli\.ts|terminal\/)/, may: allow('^main/terminal/', '^main/adapters/', '^main/engine/(engine\\.ts|model/|flows/page-worker)', '^preload/contract/', '^package\\.json$', node, packages('commander')) },
  { name: 'the shell reaches the engine through its door', binds: /^main\/(shell\/|main\.ts|engine-process\.ts)/, may: allow('^main/(shell|adapters)/', '^main/engine/(engine\\.ts|model/)', '^preload/contract/', '^package\\.json$', node, packages('electron', 'lowdb', 'valibot')) },
];

/** Rooms of the engine never import each other; flows/ joins them, model/ serves them all. */
const room = /^main\/engine\/(capture|extract|clean|library|search|marks|intake|publish)\//;

function allow(...patterns: readonly string[]): RegExp {
  return new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'));
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.split(sep).join('/')}`);
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const found = [...source.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]/g)];
  return found.map((match) => match[1] ?? match[2] ?? match[3] ?? '').map((name) => resolved(file, name));
}

function resolved(file: string, name: string): string {
  if (builtinModules.includes(name)) return `node:${name}`;
  if (!name.startsWith('.')) return name;
  return relative(root, join(root, dirname(file), name)).split(sep).join('/').replace(/\?.*$/, '');
}

const files = ['main', 'preload', 'renderer'].flatMap(sourcesIn);
const edges = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

describe('imports only go down', () => {
  it('finds the imports at all', () => {
    expect(edges.length).toBeGreaterThan(200);
  });

  it.each(rules)('$name', ({ binds, may }) => {
    const bound = edges.filter(({ file }) => binds.test(file));
    expect(bound.length).toBeGreaterThan(0);
    expect(bound.filter(({ target }) => !may.test(target)).map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('rooms do not import each other', () => {
    const between = edges.filter(({ file, target }) => {
      const from = room.exec(file)?.[1];
      const to = room.exec(target)?.[1] ?? (/^main\/engine\/(flows\/|engine\.ts)/.test(target) ? 'flows' : undefined);
      return from !== undefined && to !== undefined && from !== to;
    });
    expect(between.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('only the shell imports Electron', () => {
    const strangers = edges.filter(({ file, target }) => target === 'electron' && !/^(main\/(shell\/|main\.ts|engine-process\.ts)|preload\/[^/]+$)/.test(file));
    expect(strangers.map(({ file }) => file)).toEqual([]);
  });
});
