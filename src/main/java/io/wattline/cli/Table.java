package io.wattline.cli;

import io.wattline.logging.OneLine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A table of text; the last column is not padded. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headers) {
        rows.add(List.of(headers));
    }

    /** Adds a row; null is shown as {@code -}, a time to the second. */
    void row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            Object shown = cell instanceof Instant time ? time.truncatedTo(ChronoUnit.SECONDS) : cell;
            row.add(shown == null ? "-" : OneLine.escaped(shown.toString()));
        }
        rows.add(row);
    }

    void print(Terminal terminal) {
        int columns = rows.get(0).size();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns - 1; column++) {
                line.append(String.format("%-" + (width(column) + 2) + "s", row.get(column)));
            }
            terminal.line(line.append(row.get(columns - 1)).toString());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
    }
}
