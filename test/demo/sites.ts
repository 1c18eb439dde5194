// The four publications that the demo's articles appear in: their names, languages and the words around an article.

export interface Publication {
  readonly name: string;
  readonly language: string;
  readonly motto: string;
  readonly sections: readonly string[];
  readonly related: string;
  readonly footer: readonly string[];
  /** The line under the title. */
  readonly byline: (parts: { readonly author: string; readonly date: string; readonly site: string }) => string;
  readonly date: (iso: string) => string;
}

const WITH_TIME = { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
const DAY = { year: 'numeric', month: 'long', day: 'numeric' } as const;

const dayIn = (locale: string, iso: string): string =>
  new Intl.DateTimeFormat(locale, { ...DAY, timeZone: 'UTC' }).format(new Date(iso));

/** `2025年04月18日 09:25`, in the offset that the date itself carries. */
function chineseDate(iso: string): string {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)(?:T(\d+:\d+))?/.exec(iso) ?? [];
  return `${year}年${month}月${day}日${time === undefined ? '' : ` ${time}`}`;
}

export const SITES = {
  review: {
    name: 'The Slow Review',
    language: 'en',
    motto: 'Essays at walking pace',
    sections: ['Essays', 'Places', 'Machines', 'Sky & Sea', 'Letters'],
    related: 'More to read',
    footer: ['About us', 'Write for us', 'Privacy', 'Cookies', 'Subscribe to the newsletter'],
    byline: ({ author, date }) => `By <a rel="author" href="/review/authors">${author}</a> · <time>${date}</time>`,
    date: (iso) => dayIn('en-GB', iso),
  },
  chao: {
    name: '纸与潮',
    language: 'zh-CN',
    motto: '慢新闻，长文章',
    sections: ['首页', '人物', '城市', '山海', '手艺', '专题'],
    related: '相关阅读',
    footer: ['关于我们', '联系我们', '版权声明', '投稿', '举报电话'],
    byline: ({ author, date, site }) => `<span>${date}</span> <span>来源：${site}</span> <span>作者：${author}</span>`,
    date: chineseDate,
  },
  yohaku: {
    name: '余白',
    language: 'ja',
    motto: '暮らしと時間の読みもの',
    sections: ['特集', '旅', '手仕事', '本', '連載'],
    related: 'あわせて読みたい',
    footer: ['余白について', 'お問い合わせ', 'プライバシーポリシー', '広告掲載'],
    byline: ({ author, date }) => `文＝${author}　<time>${date}</time>`,
    date: (iso) => dayIn('ja-JP', iso),
  },
  spalte: {
    name: 'Die Spalte',
    language: 'de',
    motto: 'Feuilleton am Samstag',
    sections: ['Feuilleton', 'Wissen', 'Reise', 'Sprache'],
    related: 'Weitere Beiträge',
    footer: ['Impressum', 'Datenschutz', 'Abonnement', 'Kontakt'],
    byline: ({ author, date }) => `Von ${author} · <time>${date}</time>`,
    date: (iso) => new Intl.DateTimeFormat('de-DE', { ...WITH_TIME, timeZone: 'Europe/Berlin' }).format(new Date(iso)),
  },
} as const satisfies Record<string, Publication>;

export type SiteKey = keyof typeof SITES;
