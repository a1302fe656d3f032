package io.wattline.eniscope;

import io.wattline.reading.Column;
import io.wattline.reading.Reading;
import io.wattline.reading.Reasons;
import io.wattline.reading.Rejected;
import io.wattline.reading.Violation;
import io.wattline.reading.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * Several records of one slot. Those that agree are joined to one reading, whatever their order in the response. Where
 * two have different values, that with more values counts, then that with more energy; the other one is set aside, and
 * the reading is doubtful.
 */
final class SlotRecords {

    static final String RULE = "conflicting-record";

    /** From the most to the least trusted; the text makes the order complete. */
    private static final Comparator<Reading> TRUST = Comparator.comparingLong(SlotRecords::valueCount)
            .thenComparingDouble(reading -> reading.has(Column.ENERGY_KWH) ? reading.value(Column.ENERGY_KWH) : 0)
            .thenComparing(reading -> reading.source().text())
            .reversed();

    private final List<Reading> losers = new ArrayList<>();
    private Reading joined;

    /** @param join joins two records; where both have a value, that of the second counts */
    SlotRecords(List<Reading> records, BinaryOperator<Reading> join) {
        for (Reading each : records.stream().sorted(TRUST).toList()) {
            if (joined == null) {
                joined = each;
            } else if (conflicts(each).isEmpty()) {
                joined = join.apply(each, joined);
            } else {
                losers.add(each);
            }
        }
    }

    private static long valueCount(Reading reading) {
        return Arrays.stream(reading.values()).filter(value -> !Double.isNaN(value)).count();
    }

    /** The reading of the slot, marked as doubtful where a record contradicts it. */
    Reading reading() {
        return losers.isEmpty() ? joined : joined.without("another record of the slot");
    }

    /** The records that say something else than the reading. */
    List<Rejected> losers(Window window) {
        return losers.stream().map(each -> loser(each, window)).toList();
    }

    private Rejected loser(Reading record, Window window) {
        List<String> columns = conflicts(record);
        List<String> found = columns.stream().map(column -> difference(record, column)).toList();
        String reason = Reasons.of(window.channel(), record.start(),
                "the response has two records of this slot, with " + String.join(", ", found)
                        + "; the record with more values is kept, then that with more energy", RULE);
        return new Rejected("normalise", record.channelId(), record.start(), List.of(new Violation(RULE, reason)),
                record.source().payload(), columns);
    }

    private String difference(Reading record, String column) {
        return column.equals("raw") ? "other codes without a column"
                : column + " " + Reasons.number(record.value(Column.of(column))) + " here and "
                        + Reasons.number(joined.value(Column.of(column))) + " in the one that is kept";
    }

    /** Columns in which both have a value and the values differ; {@code raw} stands for everything without a column. */
    private List<String> conflicts(Reading record) {
        List<String> columns = new ArrayList<>();
        for (Column column : Column.values()) {
            if (differs(record, column.ordinal())) {
                columns.add(column.sqlName());
            }
        }
        boolean extra = IntStream.range(Column.values().length, record.values().length)
                .anyMatch(place -> differs(record, place));
        if (extra || RecordText.contradicts(joined.raw(), record.raw())) {
            columns.add("raw");
        }
        return columns;
    }

    private boolean differs(Reading record, int place) {
        double value = record.values()[place];
        double kept = joined.values()[place];
        return !Double.isNaN(value) && !Double.isNaN(kept) && value != kept;
    }
}
