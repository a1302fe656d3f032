package io.wattline.energy;

import io.wattline.energy.Tariff.Rate;
import io.wattline.settings.ConfigFile;
import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads {@code config/tariffs.yaml}. Errors name the line. */
final class TariffsFile {

    static final String NAME = "config/tariffs.yaml";
    private static final Set<String> KEYS =
            Set.of("name", "sites", "currency", "from", "until", "per-kwh", "per-day", "rates");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int LAST_HOUR = 24;

    private TariffsFile() {
    }

    static List<Tariff> parse(ConfigFile file) {
        YamlValue root = YamlFile.parse(file.name(), file.text());
        root.entries(Set.of("tariffs"));
        List<Tariff> tariffs = new ArrayList<>();
        for (YamlValue place : root.need("tariffs").items()) {
            Tariff tariff = tariff(place);
            tariffs.stream().filter(tariff::overlaps).findFirst().ifPresent(other -> {
                throw place.error("'" + tariff.name() + "' holds at the same time as '" + other.name() + "'",
                        "one tariff a site and day; set 'until' of the earlier one");
            });
            tariffs.add(tariff);
        }
        return tariffs;
    }

    private static Tariff tariff(YamlValue place) {
        Map<String, YamlValue> values = place.entries(KEYS);
        LocalDate until = values.containsKey("until") ? day(values.get("until")) : null;
        LocalDate from = day(place.need("from"));
        if (until != null && !until.isAfter(from)) {
            throw values.get("until").error("'until' " + until, "a day after 'from', " + from);
        }
        return new Tariff(place.need("name").text(),
                place.need("sites").items().stream().map(YamlValue::text).toList(),
                place.need("currency").as("an ISO 4217 code such as EUR", Currency::getInstance).getCurrencyCode(),
                from, until, price(place.need("per-kwh")),
                values.containsKey("per-day") ? price(values.get("per-day")) : BigDecimal.ZERO,
                values.containsKey("rates") ? values.get("rates").items().stream().map(TariffsFile::rate).toList()
                        : List.of());
    }

    private static Rate rate(YamlValue place) {
        Map<String, YamlValue> values =
                place.entries(Set.of("name", "per-kwh", "from-hour", "to-hour", "days"));
        return new Rate(place.need("name").text(), price(place.need("per-kwh")),
                hour(place.need("from-hour"), 0, LAST_HOUR - 1), hour(place.need("to-hour"), 1, LAST_HOUR),
                values.containsKey("days") ? values.get("days").items().stream().map(TariffsFile::weekday).toList()
                        : IntStream.rangeClosed(1, DAYS.size()).boxed().toList());
    }

    private static int weekday(YamlValue value) {
        int index = DAYS.indexOf(value.text());
        if (index < 0) {
            throw value.error("'" + value.text() + "'", "one of " + DAYS);
        }
        return index + 1;
    }

    private static int hour(YamlValue value, int least, int most) {
        return value.as("an hour from " + least + " to " + most, text -> {
            int hour = Integer.parseInt(text);
            if (hour < least || hour > most) {
                throw new IllegalArgumentException(text);
            }
            return hour;
        });
    }

    private static LocalDate day(YamlValue value) {
        return value.as("a day such as 2026-01-31", LocalDate::parse);
    }

    private static BigDecimal price(YamlValue value) {
        return value.as("a price such as 0.31", BigDecimal::new);
    }
}
