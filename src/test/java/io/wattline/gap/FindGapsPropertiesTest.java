package io.wattline.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever happens in whatever order between two searches: the open gaps are what a model of one bit a slot says, slot
 * by slot and reason by reason, although a search looks only where something is new.
 */
class FindGapsPropertiesTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final GapTable GAPS = new GapTable(DATABASE);
    private static final Instant START = Instant.parse("2026-03-28T22:00:00Z");
    private static final int SLOT = 900;

    /** What can happen. */
    enum Kind {
        KEPT,
        ESTIMATED,
        DELETED,
        REJECTED,
        ANSWERED,
        FAILED,
        PAUSED,
        UNPAUSED,
        DIED,
        REVIVED,
        GIVEN_UP,
        UNINSTALLED,
        TIME_PASSES
    }

    /** To the slots from {@code first} on. */
    record Event(Kind kind, int first, int count) {

        Instant start() {
            return START.plusSeconds((long) first * SLOT);
        }

        Instant end() {
            return start().plusSeconds((long) count * SLOT);
        }
    }

    /** One bit a slot. */
    private static final class Model {

        private final BitSet kept = new BitSet();
        private final BitSet letters = new BitSet();
        private final BitSet answered = new BitSet();
        private final BitSet paused = new BitSet();
        private boolean dead;
        private int uninstalled = Integer.MAX_VALUE;
        private int now = 4;

        void take(Event event) {
            int end = event.first() + event.count();
            switch (event.kind()) {
                case KEPT, ESTIMATED -> kept.set(event.first(), end);
                case DELETED -> kept.clear(event.first(), end);
                case REJECTED -> letters.set(event.first());
                case ANSWERED -> answered.set(event.first(), end);
                case PAUSED -> paused.set(event.first(), end);
                case UNPAUSED -> paused.clear();
                case DIED, REVIVED -> dead = event.kind() == Kind.DIED;
                case UNINSTALLED -> uninstalled = event.first();
                case TIME_PASSES -> now += event.count();
                default -> { }
            }
        }

        Instant time() {
            return START.plusSeconds((long) now * SLOT + 60);
        }

        /** Reasons by start of the slot. */
        Map<Instant, String> missing() {
            Map<Instant, String> missing = new TreeMap<>();
            for (int slot = 0; slot < Math.min(now, uninstalled); slot++) {
                if (!kept.get(slot)) {
                    missing.put(START.plusSeconds((long) slot * SLOT), reason(slot));
                }
            }
            return missing;
        }

        /** Only the slot that ended a minute ago is younger than a quarter of an hour. */
        private String reason(int slot) {
            if (paused.get(slot)) {
                return "planned";
            }
            if (letters.get(slot)) {
                return "rejected";
            }
            if (slot == now - 1) {
                return "not_yet_due";
            }
            return answered.get(slot) ? "no_data_from_source" : dead ? "channel_dead" : "api_failure";
        }
    }

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    /** Some events, a search, some events, a search ... */
    @Provide
    Arbitrary<List<List<Event>>> stories() {
        Arbitrary<Event> event = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 24),
                        Arbitraries.integers().between(1, 8))
                .as(Event::new);
        return event.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(2).ofMaxSize(6);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void open_gaps_are_what_is_missing_slot_by_slot(@ForAll("stories") List<List<Event>> story) {
        GAPS.clear();
        GAPS.channel(1, SLOT, START.toString());
        GAPS.execute("insert into poll_state (channel_id, filled_at) values (1, now())");
        Model model = new Model();
        for (List<Event> events : story) {
            events.forEach(event -> {
                model.take(event);
                happen(event);
            });
            GAPS.findNew(model.time());
            assertThat(slots()).isEqualTo(model.missing());
            everyRowIsInOrder();
            assertThat(GAPS.findNew(model.time())).as("nothing is new").isEqualTo("0|0|0");
            assertThat(GAPS.find(START.toString(), "2026-04-10T00:00Z", model.time().toString())).as("nor anywhere "
                    + "else").isEqualTo("0|0|0");
        }
    }

    private static void happen(Event event) {
        String span = "'" + event.start() + "', '" + event.end() + "'";
        switch (event.kind()) {
            case KEPT, ESTIMATED -> GAPS.execute("insert into readings (channel_id, \"timestamp\", energy_kwh, "
                    + "data_quality) select 1, slot, 1, '"
                    + (event.kind() == Kind.KEPT ? "measured" : "estimated") + "' from generate_series(timestamptz '"
                    + event.start() + "', timestamptz '" + event.end().minusSeconds(1)
                    + "', interval '15 minutes') slot on conflict do nothing");
            case DELETED -> GAPS.execute("delete from readings where \"timestamp\" >= '" + event.start()
                    + "' and \"timestamp\" < '" + event.end() + "'");
            case REJECTED -> GAPS.execute("insert into dead_letters (stage, channel_id, reading_timestamp, rule, "
                    + "reason, payload) values ('validate', 1, '" + event.start().plusSeconds(211)
                    + "', 'r', 'x', '{}') on conflict do nothing");
            case ANSWERED -> GAPS.asked(1, event.start().toString(), event.end().toString(), "success");
            case FAILED -> GAPS.asked(1, event.start().toString(), event.end().toString(), "failed");
            case PAUSED -> GAPS.execute("insert into planned_pauses (channel_id, pause_start, pause_end, reason) "
                    + "values (1, '" + event.start().plusSeconds(100) + "', '"
                    + event.end().minusSeconds(100) + "', 'x')");
            case UNPAUSED -> GAPS.execute("delete from planned_pauses");
            case DIED, REVIVED -> GAPS.execute(
                    "update poll_state set state = '" + (event.kind() == Kind.DIED ? "dead" : "live") + "'");
            case GIVEN_UP -> GAPS.execute("update data_gaps set fillable = false, next_attempt_at = null, attempts = "
                    + "4 where closed_at is null and reason not in ('planned', 'not_yet_due') "
                    + "and tstzrange(gap_start, gap_end) && tstzrange(" + span + ")");
            case UNINSTALLED -> GAPS.execute("update channels set uninstalled_at = '" + event.start() + "'");
            default -> { }
        }
    }

    private static Map<Instant, String> slots() {
        Map<Instant, String> slots = new TreeMap<>();
        for (String row : GAPS.rows("select extract(epoch from slot)::bigint, reason "
                + "from data_gaps, generate_series(gap_start, gap_end - interval '1 second', interval '15 minutes') "
                + "slot "
                + "where closed_at is null order by slot")) {
            String[] columns = row.split("\\|");
            assertThat(slots.put(Instant.ofEpochSecond(Long.parseLong(columns[0])), columns[1])).as("two open gaps "
                    + "hold " + row).isNull();
        }
        return slots;
    }

    /** What the comments of the table promise. */
    private static void everyRowIsInOrder() {
        List<String> wrong = new ArrayList<>(GAPS.rows("select 'touching and alike', a.gap_id, b.gap_id "
                + "from data_gaps a join data_gaps b on a.channel_id = b.channel_id and a.gap_end = b.gap_start "
                + "and a.reason = b.reason and (a.fillable is false) = (b.fillable is false) "
                + "where a.closed_at is null and b.closed_at is null"));
        wrong.addAll(GAPS.rows("select 'slots', gap_id from data_gaps where missing_slots is distinct "
                + "from extract(epoch from gap_end - gap_start) / 900"));
        wrong.addAll(GAPS.rows("select 'closed without saying how', gap_id from data_gaps "
                + "where (closed_at is null) <> (close_reason is null) or (close_reason = 'filled') <> (filled_at is "
                + "not null)"));
        wrong.addAll(GAPS.rows("select 'turn', gap_id from data_gaps where closed_at is null "
                + "and (next_attempt_at is not null) <> coalesce(fillable, false)"));
        wrong.addAll(GAPS.rows("select 'attempts forgotten', gap_id from data_gaps where closed_at is null "
                + "and fillable is false and reason not in ('planned') and attempts <> 4"));
        wrong.addAll(GAPS.rows("select 'history of what was never missed', gap_id from data_gaps "
                + "where closed_at is not null and reason = 'not_yet_due'"));
        assertThat(wrong).isEmpty();
    }
}
