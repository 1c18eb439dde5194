// What a page is by its look: what stands before an article is told from an article, also where an article has the same parts.

import { describe, expect, it } from 'vitest';
import { answersWithChallenge, failureOfKind, kindOfPage } from '../../../main/engine/capture/page-kind.ts';
import { openPage } from '../../../main/engine/model/open-page.ts';

const sentence = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. ';
const story = `<h1>The tide mill</h1><p>${sentence.repeat(8)}</p><p>${sentence.repeat(20)}</p>`;
const shortStory = `<h1>The tide mill</h1><p>${sentence.repeat(6)}</p>`;
const notice = 'We and our 834 partners store cookies on your device for a better experience. You may change your choice at any time in the settings. ';

function kindOf(body: string, head = '<title>The tide mill</title>'): string {
  return kindOfPage(openPage(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`));
}

describe('what stands before an article', () => {
  it.each([
    ['shell', 'an empty root and its script', '<div id="root"></div><script src="/a.js"></script>', undefined],
    ['shell', 'a root with menus and a footer around', `<nav>${'<a href="/x">Section of the paper</a>'.repeat(40)}</nav><div id="app"></div><footer>${sentence.repeat(9)}</footer><script src="/a.js"></script>`, undefined],
    ['shell', 'a noscript that asks for scripts', '<main><p>Loading the story, one moment.</p></main><noscript>You need to enable JavaScript to run this app.</noscript><script type="module" src="/a.js"></script>', undefined],
    ['shell', 'a Chinese noscript', '<div class="wrap"><p>正在加载，请稍候</p></div><noscript>请启用JavaScript后访问本页</noscript><script src="/a.js"></script>', undefined],
    ['shell', 'nothing but scripts', '<script>window.__DATA__={"a":1}</script><script src="/a.js"></script>', undefined],
    ['challenge', 'a title that says so', '<p>We need to make sure of something before you go on.</p>', '<title>Just a moment...</title>'],
    ['challenge', 'a gatekeeper’s form', '<form id="challenge-form" action="/?__cf=1"><p>DDoS protection</p></form>', '<title>news.example</title>'],
    ['challenge', 'a frame of a captcha', '<iframe src="https://geo.captcha-delivery.com/captcha/?x=1"></iframe>', '<title>news.example</title>'],
    ['challenge', 'a script of a captcha and nothing else', '<p>One more step</p><script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>', '<title>news.example</title>'],
    ['challenge', 'a cookie set by script, and again', '<script>var a="x";document.cookie="acw_tc="+a;location.reload();</script>', '<title></title>'],
    ['challenge', 'words of a Chinese one', '<h2>环境异常</h2><p>当前环境异常，完成验证后即可继续访问。</p><a>去验证</a>', '<title></title>'],
    ['challenge', 'a Chinese title', '<div id="app"></div><script src="/v.js"></script>', '<title>百度安全验证</title>'],
    ['consent', 'a page of consent', `<main><h1>Before you continue</h1><p>${notice.repeat(9)}</p><form action="/save"><button>Reject</button><button>Accept all</button></form></main>`, '<title>news.example</title>'],
    ['consent', 'in Chinese', `<div><p>${'本网站使用Cookie以改善您的体验，并保护您的隐私。'.repeat(4)}</p><button>同意并继续</button></div>`, '<title>新闻</title>'],
    ['consent', 'over an empty page', `<div id="root"></div><div class="banner"><p>${notice}</p><button>I accept</button></div><script src="/a.js"></script>`, '<title>news.example</title>'],
    ['sign-in', 'a form', '<h1>Sign in to go on reading</h1><form><input type="email"><input type="password"><button>Sign in</button></form>', '<title>Sign in</title>'],
    ['sign-in', 'a Chinese form', '<h1>账号登录</h1><form><input name="a"><input type="password"><button>登录</button></form>', '<title>登录</title>'],
    ['error', 'a title', '<p>Sorry. Try the search.</p>', '<title>404 Not Found</title>'],
    ['error', 'a heading', '<h1>Page not found</h1><p>The page you were looking for was moved.</p>', '<title>Meridian Daily</title>'],
    ['error', 'a heading with an apostrophe', '<h1>This page couldn’t be found</h1>', '<title>Meridian Daily</title>'],
    ['error', 'in Chinese', '<h1>抱歉，您访问的页面不存在</h1><p>5 秒后回到首页</p>', '<title>提示</title>'],
    ['error', 'an article that is gone', '<p>出错了</p>', '<title>该内容已被删除</title>'],
    ['error', 'in Japanese', '<h1>お探しのページは見つかりませんでした</h1>', '<title>新聞</title>'],
  ])('%s: %s', (kind, _, body, head) => {
    expect(kindOf(body, head)).toBe(kind);
  });
});

describe('an article', () => {
  it.each([
    ['alone', story],
    ['that is short', shortStory],
    ['inside the root that its scripts take over', `<div id="root">${story}</div><script src="/a.js"></script><noscript>This site works best with JavaScript.</noscript>`],
    ['with a banner for cookies', `${story}<div id="banner"><p>${notice}</p><button>Accept all</button></div>`],
    ['that is short, with a banner for cookies', `<article>${shortStory}</article><div id="banner"><p>${notice}</p><button>Accept all</button></div>`],
    ['about cookies, with a banner for them', `<article><h1>Cookies</h1><p>${notice.repeat(12)}</p></article><div id="banner"><p>${notice}</p><button>Accept</button></div>`],
    ['with a form to sign in', `${story}<form><input type="password"><button>Sign in</button></form>`],
    ['with a captcha for its readers’ letters', `${shortStory}<script src="https://www.google.com/recaptcha/api.js"></script>`],
    ['with a gatekeeper’s script on every page', `${story}<script>(function(){var a="/cdn-cgi/challenge-platform/scripts/jsd/main.js"})()</script>`],
    ['whose script sets a cookie and goes elsewhere for some', `${shortStory}<script>document.cookie="a=1"; if (old) location.href="/old"</script>`],
    ['of pictures alone', '<h1>Pictures of the week</h1><img src="1.jpg"><img src="2.jpg"><img src="3.jpg"><script src="/a.js"></script>'],
    ['without scripts and nearly without words', '<p>A haiku: an old silent pond.</p>'],
  ])('%s', (_, body) => {
    expect(kindOf(body)).toBe('page');
  });
  it('about an error', () => {
    expect(kindOf(story, '<title>404 not found: a history</title>')).toBe('page');
  });
  it('in Chinese, of three hundred characters', () => {
    expect(kindOf(`<div id="app"><p>${'潮水磨坊立在小溪变窄的地方，海水一天两次为它出力。'.repeat(12)}</p></div><script src="/a.js"></script>`, '<title>访问验证码的历史</title>')).toBe('page');
  });
});

describe('what becomes of it', () => {
  it('only a page may be stored', () => {
    expect(failureOfKind('page', 'x')).toBeNull();
    expect((['challenge', 'consent', 'sign-in', 'error', 'shell'] as const).map((kind) => failureOfKind(kind, 'x')?.kind)).toEqual([
      'refused', 'refused', 'refused', 'not-found', 'not-an-article',
    ]);
  });
  it('a refusal that is a challenge says so in its head', () => {
    expect(answersWithChallenge({ 'cf-mitigated': 'challenge' })).toBe(true);
    expect(answersWithChallenge({ 'x-amzn-waf-action': 'captcha' })).toBe(true);
    expect(answersWithChallenge({ server: 'nginx' })).toBe(false);
  });
});
