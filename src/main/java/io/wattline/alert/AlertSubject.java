package io.wattline.alert;

/**
 * What a result is about: a channel, a site, a named part of Wattline, or Wattline itself where nothing is set.
 *
 * @param siteId      organization_id; null for what belongs to no site
 * @param channelId   null for a whole site
 * @param channelType null for a whole site, and where the source does not state it
 * @param name        of the channel or part, as the source states it: untrusted data
 */
public record AlertSubject(String siteId, String siteName, Integer channelId, String channelType, String name) {

    private static final AlertSubject WATTLINE = new AlertSubject(null, null, null, null, null);

    /** Wattline itself. */
    public static AlertSubject wattline() {
        return WATTLINE;
    }

    /** A part of Wattline, such as a timer. */
    public static AlertSubject part(String name) {
        return new AlertSubject(null, null, null, null, name);
    }

    /** Stable over time, whatever the names become. */
    public String key() {
        if (channelId != null) {
            return "channel-" + channelId;
        }
        return siteId != null ? "site-" + siteId : name != null ? name : "wattline";
    }

    /** Results of a rule with the same group form one alert: those of a site. Null for what belongs to no site. */
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
        return siteId == null ? "" : "site " + siteId
                + (siteName == null ? "" : " '" + AlertTexts.oneLine(siteName) + "'");
    }
}
