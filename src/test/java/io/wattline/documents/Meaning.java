package io.wattline.documents;

import io.wattline.reading.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Unit, sign and meaning of null of a column, from what the domain, its name, its type and its comment say. */
final class Meaning {

    /** By the end of a name, as names have their unit last; the longer end first. */
    private static final List<Map.Entry<String, String>> UNITS = List.of(
            Map.entry("_kwh", "kWh"),
            Map.entry("_kvar", "kVAr"),
            Map.entry("_kva", "kVA"),
            Map.entry("_kw", "kW"),
            Map.entry("_va", "VA"),
            Map.entry("_v", "V"),
            Map.entry("_a", "A"),
            Map.entry("_hz", "Hz"),
            Map.entry("_c", "°C"),
            Map.entry("_seconds", "s"),
            Map.entry("_minutes", "min"),
            Map.entry("_hours", "h"),
            Map.entry("_days", "d"),
            Map.entry("_percent", "%"),
            Map.entry("lat", "degrees"),
            Map.entry("lng", "degrees"));

    private static final Map<String, String> UNITS_OF_DOMAIN =
            Map.of("1", "none, a ratio", "degC", "°C", "currency", "`organizations.currency_code`");
    private static final Set<String> NUMBERS =
            Set.of("double precision", "numeric", "integer", "bigint", "smallint", "real");

    private final Schema schema;

    Meaning(Schema schema) {
        this.schema = schema;
    }

    static Optional<Column> value(Schema.Column column) {
        return column.relation().equals("readings")
                ? Arrays.stream(Column.values())
                        .filter(each -> each.sqlName().equals(column.name()))
                        .findFirst()
                : Optional.empty();
    }

    String unit(Schema.Column column) {
        Schema.Column root = schema.root(column);
        if (value(root).isPresent()) {
            String unit = value(root).get().unit();
            return UNITS_OF_DOMAIN.getOrDefault(unit, unit);
        }
        return switch (column.type()) {
            case "timestamp with time zone" -> "instant, UTC";
            case "date" -> "day of the site";
            case "boolean" -> "true, false";
            default -> NUMBERS.contains(column.type())
                    ? UNITS.stream()
                            .filter(end -> column.name().endsWith(end.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse("")
                    : "";
        };
    }

    /** What the comment says of it; a rule that allows nothing below zero says it too. */
    String sign(Schema.Column column, List<String> rules) {
        String said = said(column, "positive|negative|-1 to 1|0 to 100");
        return !said.isEmpty()
                ? said
                : rules.stream().anyMatch(rule -> rule.matches(".* \\d+ to \\d+")) ? "not negative" : "";
    }

    String whenNull(Schema.Column column) {
        if (column.neverNull() || isOfView(column) && column.name().matches(".*_count|count")) {
            return "never null";
        }
        String said = said(column, "(?i)\\bnull\\b");
        if (!said.isEmpty()) {
            return said;
        }
        Schema.Column root = schema.root(column);
        if (root.neverNull()) {
            return "never, unless nothing belongs to the row";
        }
        return value(root).isPresent()
                ? "the meter does not have it, or did not send it; never 0 instead"
                : "not known, or there is none";
    }

    private boolean isOfView(Schema.Column column) {
        return schema.views().stream().anyMatch(view -> view.name().equals(column.relation()));
    }

    /** The part of the comment in which one of the words stands. */
    private String said(Schema.Column column, String words) {
        String comment = schema.described(column).map(Schema.Column::comment).orElse("");
        return Arrays.stream(comment.split("(?<=[;.])\\s+"))
                .filter(part -> part.matches("(?s).*(" + words + ").*"))
                .map(part -> part.replaceFirst("[;.]$", ""))
                .findFirst()
                .orElse("");
    }
}
