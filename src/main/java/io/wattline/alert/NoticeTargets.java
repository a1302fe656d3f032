package io.wattline.alert;

/**
 * Where notices go; empty texts where a way is not set up.
 *
 * @param mailHost smtp.host
 * @param mailFrom alert.email.from
 * @param mailTo   alert.email.to, comma-separated
 * @param slackUrl slack.webhook.url, a secret
 */
public record NoticeTargets(String mailHost, String mailFrom, String mailTo, String slackUrl) {

    public boolean mailOn() {
        return !mailHost.isEmpty() && !mailFrom.isEmpty() && !mailTo.isEmpty();
    }

    public boolean slackOn() {
        return !slackUrl.isEmpty();
    }

    @Override
    public String toString() {
        return "NoticeTargets[mail=" + mailOn() + ", slack=" + slackOn() + "]";
    }
}
