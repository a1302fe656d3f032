package io.wattline.alert;

/**
 * Whom a finding is about: a channel, a site, a named part of Wattline, or Wattline itself where nothing is set.
 *
 * @param siteId      organization_id; null for what belongs to no site
 * @param channelId   null for a whole site
 * @param channelType null for a whole site, and where the source does not say
 * @param name        of channel or part, as the source has it: data, not to be trusted
 */
public record AlertSubject(String siteId, String siteName, Integer channelId, String channelType, String name) {

    private static final AlertSubject WHOLE = new AlertSubject(null, null, null, null, null);

    /** Wattline itself. */
    public static AlertSubject wattline() {
        return WHOLE;
    }

    /** A part of it, such as a timer. */
    public static AlertSubject part(String name) {
        return new AlertSubject(null, null, null, null, name);
    }

    /** Stable over time, whatever it is called. */
    public String key() {
        if (channelId != null) {
            return "channel-" + channelId;
        }
        return siteId != null ? "site-" + siteId : name != null ? name : "wattline";
    }

    /** Which alerts of a rule belong together: those of a site. Null for what belongs to none. */
    public String group() {
        return siteId != null ? siteId : channelId != null ? "no-site" : null;
    }

    /** For people. */
    public String words() {
        if (channelId != null) {
            return "channel " + channelId + " '" + AlertTexts.oneLine(name) + "'";
        }
        return siteId != null ? site() : name != null ? AlertTexts.oneLine(name) : "Wattline";
    }

    /** The site for people; empty where there is none. */
    public String site() {
        return siteId == null ? "" : "site " + siteId + (siteName == null ? "" : " '" + AlertTexts.oneLine(siteName) + "'");
    }
}
