package io.wattline.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * {@code expected_by_day()} against the calendar of {@code java.time}: a slot belongs to the local day in which it
 * starts.
 */
class ExpectedDaysPropertiesTest {

    /**
     * Whole, half and quarter hours from UTC; changes of an hour and of half an hour, also to midnight, which then
     * comes twice, and from midnight, which then is none.
     */
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "America/St_Johns",
            "Atlantic/Azores",
            "America/Havana",
            "Asia/Beirut",
            "Pacific/Auckland",
            "Pacific/Chatham");

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final GapTable GAPS = new GapTable(DATABASE);

    @BeforeContainer
    static void one_channel() {
        GAPS.clear();
        GAPS.channel(1, 900, null);
    }

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(ZONES);
    }

    /** Days of two years: the changes of all zones and the 29th of February 2024 are among them. */
    @Property(tries = 60)
    void every_local_day_has_the_slots_that_start_in_it(
            @ForAll("zones") String zone, @ForAll @IntRange(max = 729) int day) {
        for (int interval : new int[] {60, 900, 1800, 3600}) {
            mustBe(zone, LocalDate.of(2023, 10, 1).plusDays(day), 4, interval);
        }
    }

    /** Every change of the clock of three years. */
    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void the_days_around_every_change_of_the_clock_are_right(@ForAll("zones") String zone) {
        ZoneRules rules = ZoneId.of(zone).getRules();
        ZoneOffsetTransition change = rules.nextTransition(Instant.parse("2023-01-01T00:00:00Z"));
        for (;
                change != null && change.getInstant().isBefore(Instant.parse("2026-01-01T00:00:00Z"));
                change = rules.nextTransition(change.getInstant())) {
            mustBe(zone, LocalDate.ofInstant(change.getInstant(), ZoneId.of(zone)).minusDays(1), 3, 900);
            mustBe(zone, LocalDate.ofInstant(change.getInstant(), ZoneId.of(zone)).minusDays(1), 3, 3600);
        }
    }

    @Example
    void some_days_that_anybody_can_count() {
        assertThat(inDatabase("Europe/Berlin", LocalDate.of(2026, 3, 28), 3, 900)).containsExactly("96", "92", "96");
        assertThat(inDatabase("Europe/Berlin", LocalDate.of(2026, 10, 24), 3, 900)).containsExactly("96", "100", "96");
        assertThat(inDatabase("Europe/Berlin", LocalDate.of(2026, 3, 29), 1, 3600)).containsExactly("23");
        assertThat(inDatabase("Australia/Lord_Howe", LocalDate.of(2026, 4, 5), 1, 900)).containsExactly("98");
        assertThat(inDatabase("Australia/Lord_Howe", LocalDate.of(2026, 10, 4), 1, 900)).containsExactly("94");
        assertThat(inDatabase("Asia/Kathmandu", LocalDate.of(2024, 2, 29), 1, 1800)).containsExactly("48");
        assertThat(inDatabase("America/Havana", LocalDate.of(2026, 10, 31), 2, 900))
                .as("midnight comes twice")
                .containsExactly("96", "100");
    }

    private static void mustBe(String zone, LocalDate first, int days, int interval) {
        assertThat(inDatabase(zone, first, days, interval))
                .as("%s from %s, %d s", zone, first, interval)
                .isEqualTo(Stream.iterate(first, day -> day.plusDays(1))
                        .limit(days)
                        .map(day -> Integer.toString(byCalendar(ZoneId.of(zone), day, interval)))
                        .toList());
    }

    private static List<String> inDatabase(String zone, LocalDate first, int days, int interval) {
        GAPS.execute("update organizations set timezone = '" + zone + "'; update channels set interval_seconds = "
                + interval);
        return GAPS.rows("select expected from expected_by_day('" + first + "', '" + first.plusDays(days)
                + "') order by local_day");
    }

    private static int byCalendar(ZoneId zone, LocalDate day, int interval) {
        Instant start = day.minusDays(2).atStartOfDay(zone).toInstant();
        long slot = Math.floorDiv(start.getEpochSecond(), interval) * interval;
        int slots = 0;
        for (Instant at = Instant.ofEpochSecond(slot);
                at.isBefore(start.plus(Duration.ofDays(5)));
                at = at.plusSeconds(interval)) {
            slots += LocalDate.ofInstant(at, zone).equals(day) ? 1 : 0;
        }
        return slots;
    }
}
