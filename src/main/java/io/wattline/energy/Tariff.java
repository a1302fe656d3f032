package io.wattline.energy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A tariff of {@code config/tariffs.yaml}, valid from a first local day until before another.
 *
 * @param sites    ids
 * @param currency ISO 4217 code
 * @param until    exclusive; null where it has no end
 * @param perKwh   price of a kWh outside every rate
 * @param perDay   standing charge of a day
 * @param rates    the first that fits an hour decides
 */
record Tariff(String name, List<String> sites, String currency, LocalDate from, LocalDate until, BigDecimal perKwh,
              BigDecimal perDay, List<Rate> rates) {

    /**
     * A price at certain times.
     *
     * @param fromHour of the local day, 0 to 23
     * @param toHour   1 to 24, exclusive; over midnight where it is not above fromHour
     * @param weekdays 1 = Monday to 7 = Sunday
     */
    record Rate(String name, BigDecimal perKwh, int fromHour, int toHour, List<Integer> weekdays) {}

    /** Whether the two hold at one site on one day. */
    boolean overlaps(Tariff other) {
        return sites.stream().anyMatch(other.sites::contains)
                && (until == null || other.from.isBefore(until)) && (other.until == null || from.isBefore(other.until));
    }
}
