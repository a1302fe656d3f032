package io.wattline.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a caller has said, checked: numbers are {@link Long}, times {@link Instant}, days {@link LocalDate}, lists {@link List}; what was left out is null. */
public final class Arguments {

    private final Map<String, Object> values;

    Arguments(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    public String text(String name) {
        return (String) values.get(name);
    }

    public Long number(String name) {
        return (Long) values.get(name);
    }

    public Instant instant(String name) {
        return (Instant) values.get(name);
    }

    public LocalDate day(String name) {
        return (LocalDate) values.get(name);
    }

    /** Whether it was said, and true. */
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** Empty where it was left out. */
    @SuppressWarnings("unchecked")
    public <T> List<T> list(String name) {
        return values.get(name) == null ? List.of() : (List<T>) values.get(name);
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    /** Whether what is asked for is a table for a spreadsheet. */
    public boolean isCsv() {
        return "csv".equals(values.get("format"));
    }

    /** For a statement: everything by its name, and {@code now}. */
    Map<String, Object> forStatement(Clock clock) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("now", clock.instant());
        return all;
    }

    /** Without what is not worth an entry in the audit log. */
    Map<String, Object> said() {
        Map<String, Object> said = new LinkedHashMap<>(values);
        said.values().removeIf(value -> value == null);
        said.replaceAll((name, value) -> value instanceof Long || value instanceof List ? value : value.toString());
        return said;
    }
}
