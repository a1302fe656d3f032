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

/** Scorecards of the last 7 local days. To grade all channels takes a moment, so what was found is good for a minute. */
public final class Grades {

    private static final int DAYS = 7;
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final Scorecards scorecards;
    private final Clock clock;
    private Instant found = Instant.EPOCH;
    private Map<String, Scorecard> channels = Map.of();
    private Map<String, Scorecard> sites = Map.of();

    public Grades(DataSource database, QualityStandard standard, Clock clock) {
        this.scorecards = new Scorecards(database, standard, clock);
        this.clock = clock;
    }

    /** By channel ids. */
    synchronized Map<String, Scorecard> channels() throws SQLException {
        refresh();
        return channels;
    }

    /** By site ids. */
    synchronized Map<String, Scorecard> sites() throws SQLException {
        refresh();
        return sites;
    }

    /** Something has changed that grades tell of. */
    public synchronized void forget() {
        found = Instant.EPOCH;
    }

    private void refresh() throws SQLException {
        if (clock.instant().isAfter(found.plus(GOOD_FOR))) {
            List<Scorecard> cards = scorecards.ofChannels(DAYS);
            channels = byId(cards);
            sites = byId(scorecards.ofSites(cards));
            found = clock.instant();
        }
    }

    private static Map<String, Scorecard> byId(List<Scorecard> cards) {
        return cards.stream().collect(Collectors.toMap(card -> card.subject().id(), card -> card));
    }
}
