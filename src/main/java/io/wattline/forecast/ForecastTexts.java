package io.wattline.forecast;

import io.wattline.forecast.method.ForecastKind;
import java.time.Instant;

/** What a person can do about a forecast, and what Wattline does by itself. */
final class ForecastTexts {

    private ForecastTexts() {
    }

    static String advice(ForecastKind kind, String subject) {
        return switch (kind) {
            case MONTH -> "See what is missing with wattline find-gaps, and fetch it with wattline backfill --gaps "
                    + "while the source still has it.";
            case GATEWAY -> "Have power supply and network of the gateway checked before it fails; restart it at a "
                    + "time that you choose.";
            case CLOCK -> "Have the time server of the gateway checked; its readings are rejected while they are off "
                    + "the grid (rule timestamp-on-grid).";
            case FULL -> full(subject);
            case BACKLOG -> "Raise backfill.share or backfill.parallel, or cancel jobs that nobody needs (wattline "
                    + "backfill list).";
            case LATE -> "Ask at the site why readings come late: a slow uplink, or a gateway that stores and sends "
                    + "later.";
        };
    }

    private static String full(String subject) {
        return switch (subject) {
            case "database" -> "Ask the provider for a larger quota (forecasts.database-max), or delete what nobody "
                    + "needs.";
            case "spool" -> "The database does not take what arrives: see the runbook spool-backlog.";
            case "requests" -> "Lengthen readings.poll.cron, or ask the vendor for more requests "
                    + "(forecasts.requests-max).";
            default -> "Free space on the disk, or enlarge it.";
        };
    }

    /** @param lookBack in s while it is widened, or null */
    static String ownAction(ForecastKind kind, Integer lookBack, Instant until) {
        return switch (kind) {
            case LATE -> lookBack == null ? "Wattline leaves the look-back as it is."
                    : "Polls of the channel ask " + lookBack / 3600 + " h back until " + until + ".";
            case MONTH -> "Wattline fetches gaps again as ever (docs/gaps.md); the forecast changes nothing.";
            case GATEWAY -> "Wattline does not ask earlier or more often because of the forecast; gaps are fetched "
                    + "again as ever.";
            case CLOCK -> "Wattline corrects no timestamp; it rejects readings off the grid as dead letters.";
            case FULL, BACKLOG -> "Wattline deletes nothing and changes no setting.";
        };
    }
}
