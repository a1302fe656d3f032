package io.wattline.validation;

import io.wattline.reading.Column;
import io.wattline.reading.Reading;
import io.wattline.reading.Reasons;

/**
 * The net energy of a slot equals mean power times length, apart from a tolerance and noise. Energy of more than one
 * slot is not compared.
 */
record EnergyAgainstPower(RuleSettings settings, double tolerance, double idleKwh) implements ReadingRule {

    private static final double SECONDS_PER_HOUR = 3600;

    static EnergyAgainstPower of(RuleSettings settings) {
        return new EnergyAgainstPower(settings, settings.size("tolerance"), settings.size("idle-kwh"));
    }

    @Override
    public void check(Reading reading, int slots, Neighbours neighbours, RuleViolations findings) {
        double energyKwh = reading.netEnergyKwh();
        double expectedKwh =
                reading.value(Column.POWER_KW) * neighbours.channel().interval().toSeconds() / SECONDS_PER_HOUR;
        if (slots == 1 && Math.abs(energyKwh - expectedKwh) > tolerance * Math.abs(expectedKwh) + idleKwh) {
            findings.add(
                    settings,
                    "energy_kwh " + Reasons.number(energyKwh) + " is more than " + Reasons.number(tolerance * 100)
                            + " % away from power_kw " + Reasons.number(reading.value(Column.POWER_KW))
                            + " x interval = " + Reasons.number(expectedKwh) + " kWh");
        }
    }
}
