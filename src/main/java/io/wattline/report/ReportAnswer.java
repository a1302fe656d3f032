package io.wattline.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader needs first.
 *
 * @param headline one sentence: how much, compared with what, how sure, how much needs somebody
 * @param needs    what needs somebody
 * @param marked   whether more of the total is estimated than the rules allow unmarked
 * @param withheld whether the total is not said, since too much of it is estimated or missing
 */
public record ReportAnswer(String headline, List<String> needs, boolean marked, boolean withheld) {

    private static final ReportNumbers NUMBERS = new ReportNumbers();

    static ReportAnswer of(ReportFigures figures, ReportRules rules) {
        ReportSum total = figures.sum("total");
        boolean marked = total.estimatedEnergy() > rules.markAbove();
        boolean withheld = total.estimatedEnergy() > rules.withholdAbove()
                || total.share("missing") > rules.withholdAbove();
        List<String> needs = needs(figures);
        return new ReportAnswer(headline(figures, marked, withheld, needs.size()), needs, marked, withheld);
    }

    private static String headline(ReportFigures figures, boolean marked, boolean withheld, int needs) {
        ReportSum total = figures.sum("total");
        StringBuilder text = new StringBuilder();
        if (total.kwh() == null) {
            text.append("No energy is known");
        } else if (withheld) {
            boolean isMissing = total.share("missing") > total.estimatedEnergy();
            text.append("The total is withheld: ").append(isMissing ? NUMBERS.percent(total.share("missing"))
                    + " of the readings are missing"
                    : NUMBERS.percent(total.estimatedEnergy()) + " of it is estimated");
        } else {
            text.append(NUMBERS.rounded(total.kwh())).append(" kWh").append(marked ? " (largely estimated)" : "")
                    .append(comparison(figures));
        }
        text.append(", ").append(NUMBERS.percent(total.share("measured"))).append(" measured");
        if (total.share("missing") > 0) {
            text.append(", ").append(NUMBERS.percent(total.share("missing"))).append(" missing");
        }
        return text.append("; ").append(needs == 0 ? "nothing needs you"
                : needs == 1 ? "one thing needs you" : needs + " things need you").append('.').toString();
    }

    private static String comparison(ReportFigures figures) {
        BigDecimal now = figures.sum("total").kwh();
        for (String[] other : new String[][] {{"lastYear", "last year"}, {"before", "the period before"}}) {
            ReportSum sum = figures.sum(other[0]);
            if (sum.kwh() != null && sum.kwh().signum() != 0 && !sum.isPartial()) {
                return ", " + NUMBERS.change(now, sum.kwh()) + " on " + other[1];
            }
        }
        return "";
    }

    private static List<String> needs(ReportFigures figures) {
        List<String> needs = new ArrayList<>();
        JsonNode json = figures.json();
        json.path("alerts").forEach(alert -> {
            if (!alert.path("state").asText().equals("resolved")) {
                needs.add("Alert: " + alert.path("summary").asText());
            }
        });
        json.path("findings").forEach(finding -> {
            if (finding.path("severity").asText().equals("critical")) {
                needs.add("Finding: " + finding.path("name").asText() + ": " + finding.path("reason").asText());
            }
        });
        json.path("anomalies").forEach(anomaly -> {
            if (anomaly.path("verdict").isNull() && anomaly.path("state").asText().equals("open")) {
                needs.add("Anomaly: " + anomaly.path("sentence").asText());
            }
        });
        long insufficient = count(json.path("certificates"), "monthSufficient");
        if (insufficient > 0) {
            needs.add(insufficient + " of " + json.path("certificates").size()
                    + " channels have too few readings for the sufficiency certificate");
        }
        return needs;
    }

    private static long count(JsonNode items, String flag) {
        long count = 0;
        for (JsonNode item : items) {
            count += item.path(flag).asBoolean() ? 0 : 1;
        }
        return count;
    }
}
