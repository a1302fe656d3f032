package io.wattline.http;

import io.wattline.quality.QualityStandard;
import io.wattline.quality.Scorecard;
import io.wattline.quality.Scorecards;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Scorecards of the last 7 local days. Grading all channels takes a moment, so the result is kept for a minute. */
public final class GradeCache {

    private static final int DAYS = 7;
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final Scorecards scorecards;
    private final Clock clock;
    private Instant gradedAt = Instant.EPOCH;
    private Map<String, Scorecard> channels = Map.of();
    private Map<String, Scorecard> sites = Map.of();

    public GradeCache(DataSource database, QualityStandard standard, Clock clock) {
        this.scorecards = new Scorecards(database, standard, clock);
        this.clock = clock;
    }

    /** By channel id. */
    synchronized Map<String, Scorecard> channels() throws SQLException {
        refresh();
        return channels;
    }

    /** By site id. */
    synchronized Map<String, Scorecard> sites() throws SQLException {
        refresh();
        return sites;
    }

    /** Makes the next call grade anew. */
    public synchronized void clear() {
        gradedAt = Instant.EPOCH;
    }

    private void refresh() throws SQLException {
        if (clock.instant().isAfter(gradedAt.plus(KEPT_FOR))) {
            List<Scorecard> cards = scorecards.ofChannels(DAYS);
            channels = byId(cards);
            sites = byId(scorecards.ofSites(cards));
            gradedAt = clock.instant();
        }
    }

    private static Map<String, Scorecard> byId(List<Scorecard> cards) {
        return cards.stream().collect(Collectors.toMap(card -> card.subject().id(), card -> card));
    }
}
