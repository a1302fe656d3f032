package io.wattline.forecast.method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Forecasts that a gateway is silent for a whole day within 7 days. It counts what followed days with the same
 * {@link GatewaySigns} on all gateways. A gateway that is silent already, or known for less than two weeks, gets no
 * forecast.
 */
public final class GatewayMethod {

    public static final int HORIZON_DAYS = 7;
    private static final int DAYS_BACK = 365;
    /** By signs (0 to 3), then: neither, severe, growing, both. Measured with bench/forecasts, rounded. */
    private static final double[] PRIOR = {
        0.003, 0.01, 0.005, 0.02, 0.02, 0.05, 0.04, 0.1, 0.1, 0.2, 0.15, 0.3, 0.3, 0.5, 0.4, 0.65
    };

    /** @param today the first day that nothing is known of */
    public List<Outlook> forecast(List<GatewayHistory> gateways, LocalDate today) {
        long now = today.toEpochDay();
        RiskTable table = learn(gateways, now);
        List<Outlook> outlooks = new ArrayList<>();
        for (GatewayHistory gateway : gateways) {
            GatewaySigns signs = GatewaySigns.at(gateway, now);
            if (signs != null) {
                outlooks.add(outlook(gateway, signs, table, now));
            }
        }
        return outlooks;
    }

    /** Only days whose 7 following days are known too. */
    private static RiskTable learn(List<GatewayHistory> gateways, long now) {
        RiskTable table = new RiskTable(PRIOR);
        for (GatewayHistory gateway : gateways) {
            long first = Math.max(gateway.kept().first(), now - DAYS_BACK);
            for (long day = first; day + HORIZON_DAYS <= now; day++) {
                GatewaySigns signs = GatewaySigns.at(gateway, day);
                if (signs != null) {
                    table.count(signs.riskClass(), gateway.failed(day, day + HORIZON_DAYS));
                }
            }
        }
        return table;
    }

    private static Outlook outlook(GatewayHistory gateway, GatewaySigns signs, RiskTable table, long now) {
        double probability = table.risk(signs.riskClass());
        double[] line = Numbers.weekLine(gateway.kept(), now);
        double lowest = Math.min(line[0] + line[1], line[0] + HORIZON_DAYS * line[1]);
        return new Outlook(ForecastKind.GATEWAY, gateway.subject(), HORIZON_DAYS, probability,
                gateway.failed(now - HORIZON_DAYS, now) ? 1 : 0, lowest <= 0.05 ? 1 : 0, 0.05, null, null,
                String.format(Locale.ROOT, "%s is silent for a whole day within %d days with a probability of %.0f %%: "
                        + "%s; %s.", gateway.subject().name(), HORIZON_DAYS, 100 * probability, signs.text(),
                        table.reason(signs.riskClass())), null);
    }
}
