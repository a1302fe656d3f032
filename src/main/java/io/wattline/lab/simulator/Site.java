package io.wattline.lab.simulator;

import java.time.Instant;
import java.time.ZoneId;

/**
 * An organization: the parent, or a site beneath it.
 *
 * @param parentId  the organization above; null for the parent
 * @param frequency of the mains, Hz
 */
public record Site(
        int organizationId,
        Integer parentId,
        String name,
        ZoneId zone,
        String country,
        String currency,
        int frequency) {

    /** Seconds from UTC to the site's standard time; its load follows that, all the year. */
    long standardOffset() {
        return zone.getRules().getStandardOffset(Instant.ofEpochSecond(Profile.ORIGIN)).getTotalSeconds();
    }

    /** The path in the hierarchy. */
    String sortCode() {
        return "1-2-900-" + (parentId == null ? "" : parentId + "-") + organizationId + "-";
    }
}
