package io.wattline.forecast.method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Forecasts that a gateway is silent for a whole day within 7 days. It counts what followed days with the same
 * {@link GatewaySigns} on all gateways. A gateway that is silent already, or known for less than two weeks, gets no
 * forecast.
 */
public final class GatewayMethod {

    public static final int HORIZON_DAYS = 7;
    private static final int DAYS_BACK = 365;
    /** By signs (0 to 3), whether they grow, and severity (0 to 3). Rounded guesses, not fitted. */
    private static final double[] PRIOR = {
        0.005, 0.02, 0.05, 0.05, 0.005, 0.02, 0.05, 0.05,
        0.02, 0.05, 0.1, 0.1, 0.03, 0.1, 0.1, 0.1,
        0.05, 0.15, 0.3, 0.4, 0.1, 0.2, 0.4, 0.5,
        0.1, 0.3, 0.5, 0.6, 0.2, 0.4, 0.6, 0.7
    };

    /** The signs of days that are looked at again with every run; they depend on earlier days alone. */
    private final Map<GatewayHistory, Map<Long, GatewaySigns>> seen = new HashMap<>();

    /** @param today the first day that nothing is known of */
    public List<Outlook> forecast(List<GatewayHistory> gateways, LocalDate today) {
        long now = today.toEpochDay();
        RiskTable table = learn(gateways, now);
        List<Outlook> outlooks = new ArrayList<>();
        for (GatewayHistory gateway : gateways) {
            GatewaySigns signs = signs(gateway, now);
            if (signs != null) {
                outlooks.add(outlook(gateway, signs, table, now));
            }
        }
        return outlooks;
    }

    /** Only days whose 7 following days are known too. */
    private RiskTable learn(List<GatewayHistory> gateways, long now) {
        RiskTable table = new RiskTable(PRIOR);
        for (GatewayHistory gateway : gateways) {
            long first = Math.max(gateway.kept().first(), now - DAYS_BACK);
            for (long day = first; day + HORIZON_DAYS <= now; day++) {
                GatewaySigns signs = signs(gateway, day);
                if (signs != null) {
                    table.count(signs.riskClass(), gateway.failed(day, day + HORIZON_DAYS));
                }
            }
        }
        return table;
    }

    private GatewaySigns signs(GatewayHistory gateway, long day) {
        return seen.computeIfAbsent(gateway, each -> new HashMap<>())
                .computeIfAbsent(day, each -> GatewaySigns.at(gateway, each));
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
