package io.wattline.report;

/**
 * A report on its way to people.
 *
 * @param channel    email or slack
 * @param recipients addresses of a mail, separated by commas; empty for Slack
 * @param messageId  the same at every attempt
 */
public record ReportDelivery(long id, String channel, String recipients, String messageId, ReportFigures figures) {

    public boolean isMail() {
        return channel.equals("email");
    }
}
