// What tells that a page is not the article but stands before it: names of the gatekeepers' parts, and what such pages say.

/** Parts that only a page of a gatekeeper has. */
export const challengeParts = [
  '#challenge-form', '#challenge-running', '#challenge-stage', '#cf-challenge-running', '#cf-wrapper', '.cf-browser-verification', '#px-captcha', '#sec-if-cpt-container',
  'iframe[src*="_Incapsula_Resource"]', 'iframe[src*="captcha-delivery.com"]', '#aliyunCaptcha-window-popup', '#nocaptcha', '.g-recaptcha-challenge', '#anubis_challenge',
].join(', ');

/** In scripts and frames. Ordinary pages have some of these too, for their forms. */
export const challengeScripts =
  /captcha-delivery\.com|_Incapsula_Resource|\/cdn-cgi\/challenge-platform|challenges\.cloudflare\.com|awswaf\.com|gokuProps|perimeterx|px-cloud\.net|acw_sc__v[23]|hcaptcha\.com|\/recaptcha\/|geetest\.com|TCaptcha|captcha\.gtimg|_wafchallengeid/i;

export const challengeTitle =
  /^(just a moment|attention required|checking your browser|please wait|one moment|access denied|access to this page has been denied|are you a robot|robot check|security check|verify(ing)? (that )?you are|human verification|pardon our interruption|ddos-guard|making sure you.?re not a bot)|安全验证|人机验证|访问验证|身份验证|滑动验证|环境异常|访问(被拒绝|受限)|请稍候|ロボットではない|보안 ?확인/i;

export const challengeWords =
  /verify (that )?you are (a )?human|checking (if the site connection is secure|your browser)|enable javascript and cookies to continue|unusual (traffic|activity)|are you a (robot|human)|complete the (captcha|security check)|press (&|and) hold|环境异常|异常(流量|访问|请求)|完成(安全)?验证|拖动(下方)?滑块|点击按钮进行验证|验证后即可继续|私はロボット/i;

/** A script that does nothing but set a cookie and load the page again. */
export const cookieThenAgain = (script: string): boolean => /document\.cookie\s*=/.test(script) && /location(\.href)?\s*=|location\.(reload|replace|assign)\s*\(/.test(script);

export const consentYes =
  /^\W*((i )?(accept|agree)|allow (all|cookies)|got it|ok(ay)?\b|continue|yes,|(alle[sn]? )?(cookies )?(akzeptieren|zustimmen|annehmen)|einverstanden|(tout )?accepter|j.accepte|aceptar|accetta|aceitar|accepteren|(我)?(同意|接受|允许)|同意する|すべて(許可|受け入れ)|동의)/i;

export const consentWords = /cookie|consent|privacy|gdpr|datenschutz|einwilligung|vie privée|隐私|隱私|プライバシー|개인정보/gi;

export const signInWords = /sign in|log ?in|subscribe|register|anmelden|connexion|iniciar sesión|登录|登入|登錄|ログイン|로그인/i;

export const errorTitle =
  /^\W*(error\W*)?(404|410)\b|\b(404|410)\W*(error|not found)?$|(page|article|content|file|story)( (you (are|were) looking for|(you )?requested))? ?(was|is|has been|could|can|does)? ?(n.t|not|no longer) ?(be |been )?(found|available|exist|there)|^not found$|seite (wurde )?nicht gefunden|page (introuvable|non trouvée)|página no encontrada|(页面|頁面|网页|網頁|文章|内容|內容|帖子|该页).{0,8}(不存在|未找到|找不到|已(被)?删除|已下线|走丢了?)|ページ(が|は).{0,8}(見つかりません|ありません|存在しません)|페이지를 찾을 수 없/i;

export const asksForScripts = /java\s?script/i;

/** Where scripts draw a page into. */
export const mounts = '#root, #app, #__next, #__nuxt, #___gatsby, #svelte, #react-root, #mount, #app-root, app-root, [ng-app], [data-reactroot], [ng-version], [id$="-app"]';
