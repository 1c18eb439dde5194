// The facts behind failures are said in the reader's language.

import { describe, expect, it } from 'vitest';
import { failureSentence } from '../../preload/contract/messages/failures.ts';
import { httpFailure } from '../../main/adapters/http/http-failure.ts';
import { failureOfKind } from '../../main/engine/capture/page-kind.ts';
import { PrivateAddressError } from '../../main/adapters/http/private-network.ts';
import { fail } from '../../preload/contract/result.ts';

const kinds = ['challenge', 'consent', 'sign-in', 'error', 'shell'] as const;

describe('in Chinese', () => {
  it.each(kinds)('what stands before an article: %s', (kind) => {
    const failure = failureOfKind(kind, 'a.example');
    if (failure === null) throw new Error('no failure');
    expect(failureSentence(failure, 'zh-CN').replace('a.example', '').replace('Cookie', '')).not.toMatch(/[a-z]{3}/i);
  });
  it.each([
    ['more than 50 MB', '超过 50 MB'], ['nothing came for 20 s', '20 秒内没有收到数据'], ['the certificate has expired', '证书已过期'], ['HTTP 429, to wait 60 s', 'HTTP 429，要求等待 60 秒'],
    ['HTTP 404', 'HTTP 404'], ['ECONNREFUSED', 'ECONNREFUSED'],
  ])('%s', (detail, said) => {
    expect(failureSentence(fail('offline', 'x', detail).failure, 'zh-CN')).toContain(`（${said}）`);
    expect(failureSentence(fail('offline', 'x', detail).failure, 'en')).toContain(`(${detail})`);
  });
  it('an address of one’s own network', () => {
    expect(failureSentence(httpFailure(new PrivateAddressError('10.0.0.1'), 'x').failure, 'zh-CN')).toContain('你自己网络中的地址：10.0.0.1');
  });
});
