// What became of something that was saved, as the design's JSON and for people.

import type { MarksImport, SaveReport, SaveStatus } from '../../preload/contract/calls.ts';
import { missingReason } from '../../preload/contract/messages/missing.ts';
import { printable } from './layout.ts';
import type { Output, Style } from './output.ts';
import type { ExitCode } from './run.ts';

const styles: Readonly<Record<SaveStatus, Style>> = { saved: 'green', partial: 'yellow', known: 'cyan', failed: 'red' };

/** Answers with one report; `input` is what the user typed. */
export function answerReport(output: Output, report: SaveReport, input: string): ExitCode {
  output.answer(reportJson(output, report, input), report.status === 'failed' ? [] : reportLines(output, report));
  if (report.failure !== null) output.tell(`offprint: ${output.error(report.failure).message}`);
  return report.status === 'failed' ? 1 : 0;
}

function reportJson(output: Output, report: SaveReport, input: string): object {
  const { status, id, captureId, url, title, byline, site, published, language, words, images, failure, worse, marks, tookMs } = report;
  const missing = images.missing.map(({ url: address, reason, tried }) => ({ url: address, reason, tried }));
  return {
    input, status, id, captureId, url, title, byline, site, published, language, words,
    images: { found: images.found, saved: images.saved, missing },
    ...(failure === null ? {} : { error: output.error(failure) }),
    ...(worse === null ? {} : { worse }),
    ...(marks === undefined ? {} : { marks }),
    tookMs,
  };
}

function reportLines(output: Output, report: SaveReport): readonly string[] {
  const { id, title, url, site, images, status, worse } = report;
  const facts = [site ?? '', images.found > 0 ? output.say('pictures', { saved: images.saved, found: images.found }) : '', id ?? ''];
  const head = `${output.style(styles[status], output.say(status))}: ${output.style('bold', printable(title ?? url ?? report.input))}`;
  const missing = images.missing.map((picture) => output.say('missingPicture', { url: printable(picture.url), reason: printable(missingReason(picture.reason, output.locale)) }));
  const flagged = [...(worse === null ? [] : [output.say(worse)]), ...(report.marks === undefined ? [] : marksLines(output, report.marks))];
  return [head, ...[facts.filter((fact) => fact !== '').map(printable).join(' · '), ...flagged, ...missing].map((line) => output.style('dim', `  ${line}`))];
}

function marksLines(output: Output, { added, known, unplaced }: MarksImport): readonly string[] {
  return [
    output.say('marksAdded', { added, known }),
    ...unplaced.slice(0, 20).map(({ source, words }) => output.say('markUnplaced', { words: printable(words), source: printable(source) })),
  ];
}
