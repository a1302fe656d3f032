package io.wattline.estimation;

import io.wattline.yaml.YamlValue;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The calendar of holidays: section {@code holidays} of {@code config/estimation.yaml}. Never changes. */
public final class Holidays {

    private static final String COUNTRY = "country";
    private static final String ORGANIZATION = "organization";

    private record Entry(String country, String organization, List<Predicate<LocalDate>> days,
            String text) {

        boolean isFor(String ofCountry, String ofOrganization) {
            return (country == null || country.equals(ofCountry))
                    && (organization == null || organization.equals(ofOrganization));
        }
    }

    private final List<Entry> entries;

    private Holidays(List<Entry> entries) {
        this.entries = entries;
    }

    /** A calendar without a holiday. */
    public static Holidays none() {
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
                days,
                place.need("days").items().stream().map(YamlValue::text).toList().toString());
    }

    private static Predicate<LocalDate> day(String text) {
        if (text.matches("\\d\\d-\\d\\d")) {
            MonthDay every = MonthDay.parse("--" + text);
            return day -> MonthDay.from(day).equals(every);
        }
        return LocalDate.parse(text)::equals;
    }

    /**
     * Whether a day is a holiday at a site.
     *
     * @param country      of the site; null where it is unknown
     * @param organization id of the site; null where it is unknown
     */
    public Predicate<LocalDate> at(String country, String organization) {
        List<Predicate<LocalDate>> days = of(country, organization).stream()
                .flatMap(entry -> entry.days().stream())
                .toList();
        return day -> days.stream().anyMatch(holiday -> holiday.test(day));
    }

    /** The holidays of a site as they stand in the file, so that a change of the calendar can be seen. */
    public String text(String country, String organization) {
        return of(country, organization).stream().map(Entry::text).toList().toString();
    }

    private List<Entry> of(String country, String organization) {
        return entries.stream().filter(entry -> entry.isFor(country, organization)).toList();
    }
}
