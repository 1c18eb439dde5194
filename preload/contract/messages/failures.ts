// One sentence for each kind of failure: what happened, and what to do.

import type { Failure, FailureKind } from '../result.ts';
import { detailIn } from './failure-details.ts';
import { fill, type Area, type Locale } from './locale.ts';

const failures: Area<FailureKind> = {
  en: {
    'bad-input': 'This cannot be used: {about}. Check it and try again.',
    unsupported: 'Offprint cannot do this yet: {about}.',
    offline: 'Could not get {about} from its site. Check the connection or the proxy and try again.',
    insecure: 'The connection to {about} is not safe: its certificate does not hold. Nothing was saved.',
    refused: 'The site refused {about}. It may ask you to sign in.',
    'not-found': 'Not found: {about}. Check that it is spelled right.',
    busy: 'The site is too busy to give {about} now. Try again in a few minutes.',
    'too-large': 'Too large to keep: {about}.',
    'timed-out': 'No answer in time from {about}. Try again later.',
    'not-an-article': 'There is no article to read in {about}.',
    damaged: 'Damaged: {about}. The rest of the library is not affected.',
    locked: 'The library {about} is open in another Offprint. Close it there, or only read here.',
    'newer-format': 'The library {about} was made by a newer Offprint. Update Offprint to change it.',
    'read-only': 'Cannot write to {about}. Check its permissions or choose another folder.',
    'disk-full': 'The disk is full: {about} was not written. Free some space and try again.',
    'in-use': 'Another program has {about} open. Close it there and try again.',
    'no-browser': 'This needs Chrome or Chromium, and none was found. Install one, or set CHROME_PATH.',
    cancelled: 'Cancelled: {about}.',
    bug: 'Something went wrong inside Offprint ({about}). What was stored before is as it was.',
  },
  'zh-CN': {
    'bad-input': '无法使用：{about}。请检查后重试。',
    unsupported: 'Offprint 暂不支持：{about}。',
    offline: '无法从网站取得 {about}。请检查网络或代理后重试。',
    insecure: '与 {about} 的连接不安全：证书无效。没有保存任何内容。',
    refused: '网站拒绝了 {about}，可能需要登录。',
    'not-found': '找不到：{about}。请检查是否写对。',
    busy: '网站繁忙，暂时取不到 {about}。请几分钟后重试。',
    'too-large': '太大，无法保存：{about}。',
    'timed-out': '{about} 没有及时应答。请稍后重试。',
    'not-an-article': '{about} 中没有可阅读的文章。',
    damaged: '已损坏：{about}。资料库的其余部分不受影响。',
    locked: '资料库 {about} 正在另一个 Offprint 中打开。请在那里关闭，或在此只读。',
    'newer-format': '资料库 {about} 由更新版本的 Offprint 创建。请更新 Offprint 后再修改。',
    'read-only': '无法写入 {about}。请检查权限或选择其他文件夹。',
    'disk-full': '磁盘已满：{about} 未写入。请腾出空间后重试。',
    'in-use': '{about} 正被另一个程序打开。请在那里关闭后重试。',
    'no-browser': '此操作需要 Chrome 或 Chromium，但没有找到。请安装，或设置 CHROME_PATH。',
    cancelled: '已取消：{about}。',
    bug: 'Offprint 内部出错（{about}）。先前保存的内容未受影响。',
  },
};

/** The failure as a sentence for the user, with the technical fact behind it in brackets where there is one. */
export function failureSentence(failure: Failure, locale: Locale): string {
  const sentence = fill(failures[locale][failure.kind], { about: failure.about });
  const detail = detailIn(failure.detail, locale);
  if (detail === '') return sentence;
  return locale === 'zh-CN' ? `${sentence}（${detail}）` : `${sentence} (${detail})`;
}
