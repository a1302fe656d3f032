package io.wattline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.channel.Channel;
import io.wattline.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * What should exist ({@code expected_slots()}) is what a poll asks for ({@link Slots}), less the planned pauses;
 * whatever the order and overlap of these, on the leap day.
 */
class ExpectedSlotsPropertiesTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Instant ORIGIN = Instant.parse("2024-02-28T20:00:00Z");
    private static final int RANGE_SECONDS = 36 * 3600;

    /** Seconds after the origin; a pause without an end has -1. */
    record Pause(int start, int length, boolean ofSite) {

        Instant from() {
            return ORIGIN.plusSeconds(start);
        }

        Instant until() {
            return length < 0 ? Instant.MAX : from().plusSeconds(length);
        }

        String row() {
            return "(" + (ofSite ? "null, 's'" : "1, null") + ", '" + from() + "', "
                    + (length < 0 ? "null" : "'" + until() + "'") + ", 'x')";
        }
    }

    record Contract(
            int intervalSeconds,
            Integer installed,
            Integer uninstalled,
            int rangeStart,
            int rangeLength,
            List<Pause> pauses) {

        Channel channel() {
            return new Channel(
                    1, "c", "s", null, Duration.ofSeconds(intervalSeconds), after(installed), after(uninstalled));
        }

        private static Instant after(Integer seconds) {
            return seconds == null ? null : ORIGIN.plusSeconds(seconds);
        }

        boolean isPaused(Instant slot) {
            return pauses.stream()
                    .anyMatch(pause -> pause.from().isBefore(slot.plusSeconds(intervalSeconds))
                            && pause.until().isAfter(slot));
        }
    }

    @BeforeContainer
    static void one_channel_of_a_site() {
        DATABASE.execute("insert into organizations (organization_id, organization_name) values ('s', 's'); "
                + "insert into channels (channel_id, channel_name, organization_id) values (1, 'c', 's')");
    }

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    @Provide
    Arbitrary<Contract> contracts() {
        Arbitrary<Integer> seconds = Arbitraries.integers()
                .between(0, RANGE_SECONDS)
                .flatMap(any -> Arbitraries.of(any, any / 900 * 900, any / 3600 * 3600));
        Arbitrary<Pause> pause = Combinators.combine(
                        seconds, Arbitraries.of(-1, 1, 60, 899, 900, 901, 7200, 40_000), Arbitraries.of(true, false))
                .as(Pause::new);
        return Combinators.combine(
                        Arbitraries.of(60, 900, 1800, 3600),
                        seconds.injectNull(0.4),
                        seconds.injectNull(0.5),
                        seconds,
                        seconds,
                        pause.list().ofMaxSize(4))
                .as(Contract::new);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void what_should_exist_is_what_a_poll_asks_for_less_the_pauses(@ForAll("contracts") Contract contract)
            throws SQLException {
        Instant rangeStart = ORIGIN.plusSeconds(contract.rangeStart()).truncatedTo(ChronoUnit.DAYS);
        Instant now = rangeStart.plusSeconds(contract.rangeLength());
        Instant end = Slots.lastEnd(contract.channel(), now);
        List<Instant> wanted = new ArrayList<>();
        for (Instant slot = Slots.firstStart(contract.channel(), rangeStart);
                slot.isBefore(end);
                slot = slot.plusSeconds(contract.intervalSeconds())) {
            if (!contract.isPaused(slot)) {
                wanted.add(slot);
            }
        }
        assertThat(inDatabase(
                        contract,
                        rangeStart,
                        Interval.floor(now, contract.channel().interval())))
                .isEqualTo(wanted);
    }

    private static List<Instant> inDatabase(Contract contract, Instant start, Instant end) throws SQLException {
        Channel channel = contract.channel();
        StringBuilder sql = new StringBuilder("delete from planned_pauses; update channels set interval_seconds = "
                + contract.intervalSeconds() + ", installed_at = " + literal(channel.installedAt())
                + ", uninstalled_at = " + literal(channel.uninstalledAt()) + ";");
        contract.pauses().forEach(pause -> sql.append(
                        "insert into planned_pauses (channel_id, organization_id, pause_start, pause_end, reason)"
                                + " values ")
                .append(pause.row())
                .append(';'));
        DATABASE.execute(sql.toString());
        List<Instant> slots = new ArrayList<>();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select slot from expected_slots('" + start + "', '" + end + "') order by 1")) {
            while (rows.next()) {
                slots.add(rows.getTimestamp(1).toInstant());
            }
        }
        return slots;
    }

    private static String literal(Instant instant) {
        return instant == null ? "null" : "'" + instant + "'";
    }
}
