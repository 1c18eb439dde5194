// Parameters of an address that say how a reader came to a page, never which page it is. Two addresses that differ in nothing
// else name the same article. A name that sites also use for content counts only with a value that says where from: to take two
// articles for one would lose the second, to take one for two only keeps it twice.

/** By beginning: campaigns of all kinds, and what apps add when a link is shared. */
const beginnings = ['utm_', 'mtm_', 'pk_', 'piwik_', 'hsa_', '_hs', 'oly_', 'share_', 'sharer_', 'shared_', 'wxshare_', 'wx_share', 'guce_', '__twitter_', 'trk_', 'at_campaign', 'at_medium', 'ns_', 'spm_', 'tt_from', 'tt_medium', 'tt_content'];

const names = new Set(
  ('fbclid gclid gclsrc gbraid wbraid dclid yclid ysclid msclkid twclid ttclid li_fat_id epik igshid igsh mc_cid mc_eid mkt_tok vero_id vero_conv wickedid rb_clickid s_cid ' +
    '_ga _gl _openstat guccounter cmpid ito icid ncid smid smtyp trk trkcampaign ref_src ref_url refsrc cmp scid ' +
    'spm scm isappinstalled chksm mpshare srcid nsukey sharesource sharefrom sharer shareuid xsec_source xsec_token vd_source unique_k timestamp_share_id weibo_id luicode lfid wfr clicktime enterid').split(' '),
);

const ambiguous = new Set(['from', 'ref', 'source', 'src', 'via', 'referrer', 'referer', 'channel', 'share', 'platform', 'origin']);
const origin =
  /^(singlemessage|groupmessage|timeline|we(ixin|chat)|weibo|qq|qzone|twitter|x|facebook|fb|linkedin|reddit|hackernews|hn|telegram|whatsapp|line|email|e?mail|newsletter|rss|feed|feedly|pocket|home(page)?|index|nav(bar)?|top|sidebar|footer|header|related|recommend\w*|search|baidu|google|bing|toutiao|share|social|push|app|android|ios|iphone|mobile|h5|pc|web|wap|copy(link|url)?|qr(code)?|[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|cn|org|net|io|co|me|app|dev))$/i;

export function isTracking(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (names.has(lower) || beginnings.some((beginning) => lower.startsWith(beginning))) return true;
  return ambiguous.has(lower) && (value === '' || origin.test(value));
}
