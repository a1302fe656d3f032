package io.wattline.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The arguments of a request, checked. Numbers are {@link Long}, times {@link Instant}, days {@link LocalDate}, lists
 * {@link List}; an argument that was not given is null.
 */
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

    /** Whether the argument was given, and true. */
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** Empty where the argument was not given. */
    @SuppressWarnings("unchecked")
    public <T> List<T> list(String name) {
        return values.get(name) == null ? List.of() : (List<T>) values.get(name);
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    /** Whether the response is to be CSV. */
    public boolean isCsv() {
        return "csv".equals(values.get("format"));
    }

    /** For a statement: all arguments by name, and {@code now}. */
    Map<String, Object> forStatement(Clock clock) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("now", clock.instant());
        return all;
    }

    /** The arguments that were given, as JSON values, for the audit log. */
    Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>(values);
        given.values().removeIf(Objects::isNull);
        given.replaceAll((name, value) -> value instanceof Long || value instanceof List ? value : value.toString());
        return given;
    }
}
