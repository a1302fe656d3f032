package io.wattline.estimation;

import io.wattline.yaml.YamlValue;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Section {@code holidays} of {@code config/estimation.yaml}. */
final class Holidays {

    private static final String COUNTRY = "country";
    private static final String ORGANIZATION = "organization";

    private record Entry(String country, String organization, List<Predicate<LocalDate>> days) {

        boolean isFor(OpenGap gap) {
            return (country == null || country.equals(gap.country()))
                    && (organization == null
                            || organization.equals(gap.channel().organizationId()));
        }
    }

    private final List<Entry> entries;

    private Holidays(List<Entry> entries) {
        this.entries = entries;
    }

    static Holidays none() {
        return new Holidays(List.of());
    }

    static Holidays read(YamlValue section) {
        return new Holidays(section.items().stream().map(Holidays::entry).toList());
    }

    private static Entry entry(YamlValue place) {
        place.entries(Set.of("for", "days"));
        Map<String, YamlValue> site = place.need("for").entries(Set.of(COUNTRY, ORGANIZATION));
        if (site.isEmpty()) {
            throw place.error("holidays without a site", "country, organization or both");
        }
        List<Predicate<LocalDate>> days = place.need("days").items().stream()
                .map(day -> day.as("a day such as 2026-04-03, or 12-25 for every year", Holidays::day))
                .toList();
        return new Entry(
                site.containsKey(COUNTRY) ? site.get(COUNTRY).text() : null,
                site.containsKey(ORGANIZATION) ? site.get(ORGANIZATION).text() : null,
                days);
    }

    private static Predicate<LocalDate> day(String text) {
        if (text.matches("\\d\\d-\\d\\d")) {
            MonthDay every = MonthDay.parse("--" + text);
            return day -> MonthDay.from(day).equals(every);
        }
        return LocalDate.parse(text)::equals;
    }

    /** Whether a day is a holiday at the site of a gap. */
    Predicate<LocalDate> at(OpenGap gap) {
        List<Predicate<LocalDate>> days = entries.stream()
                .filter(entry -> entry.isFor(gap))
                .flatMap(entry -> entry.days().stream())
                .toList();
        return day -> days.stream().anyMatch(holiday -> holiday.test(day));
    }
}
