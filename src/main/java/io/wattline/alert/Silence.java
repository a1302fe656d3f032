package io.wattline.alert;

import java.time.Instant;

/**
 * A span without notifications of certain alerts. What is null means all.
 *
 * @param endsAt exclusive; every silence has an end
 */
public record Silence(long id, String rule, String siteId, Integer channelId, Instant startsAt, Instant endsAt,
        String reason, String createdBy) {

    boolean covers(String ofRule, AlertSubject subject, Instant now) {
        return !now.isBefore(startsAt) && now.isBefore(endsAt) && (rule == null || rule.equals(ofRule))
                && (siteId == null || siteId.equals(subject.siteId()))
                && (channelId == null || channelId.equals(subject.channelId()));
    }
}
