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

/**
 * Several records of one slot. They are joined to one reading, whatever their order in the response: where two records
 * have different values, that with more values counts, then that with more energy. The other one is set aside, and the
 * reading is doubtful.
 */
final class SlotRecords {

    static final String RULE = "conflicting-record";

    /** From the least to the most trusted; the text makes the order complete. */
    private static final Comparator<Reading> TRUST = Comparator.comparingLong(SlotRecords::valueCount)
            .thenComparingDouble(reading -> reading.has(Column.ENERGY_KWH) ? reading.value(Column.ENERGY_KWH) : 0)
            .thenComparing(reading -> reading.source().text());

    private final List<Reading> records;
    private final Reading joined;

    /** @param join joins two records; where both have a value, that of the second counts */
    SlotRecords(List<Reading> records, BinaryOperator<Reading> join) {
        this.records = records.stream().sorted(TRUST).toList();
        this.joined = this.records.stream().reduce(join).orElseThrow();
    }

    private static long valueCount(Reading reading) {
        return Arrays.stream(reading.values()).filter(value -> !Double.isNaN(value)).count();
    }

    /** The reading of the slot, marked as doubtful where the records contradict each other. */
    Reading reading() {
        return records.stream().allMatch(each -> conflicts(each).isEmpty())
                ? joined
                : joined.without("another record of the slot");
    }

    /** The records that say something else than the reading. */
    List<Rejected> losers(Window window) {
        return records.stream().filter(each -> !conflicts(each).isEmpty()).map(each -> loser(each, window)).toList();
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
            if (record.has(column) && record.value(column) != joined.value(column)) {
                columns.add(column.sqlName());
            }
        }
        for (int place = Column.values().length; place < record.values().length; place++) {
            if (!Double.isNaN(record.values()[place]) && record.values()[place] != joined.values()[place]) {
                columns.add("raw");
                return columns;
            }
        }
        if (!RecordText.contains(joined.raw(), record.raw())) {
            columns.add("raw");
        }
        return columns;
    }
}
