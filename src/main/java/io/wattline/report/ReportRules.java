package io.wattline.report;

import io.wattline.settings.ConfigFile;
import io.wattline.yaml.YamlFile;
import io.wattline.yaml.YamlValue;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content of {@code config/reports.yaml}.
 *
 * @param schedules what is sent by itself
 * @param markAbove share of estimated energy above which a total is marked, 0 to 1
 * @param withholdAbove share of estimated energy or missing readings above which a total is withheld, 0 to 1
 */
public record ReportRules(List<Schedule> schedules, double markAbove, double withholdAbove) {

    static final String NAME = "config/reports.yaml";
    private static final int PERCENT = 100;

    /**
     * Reports that are sent by themselves.
     *
     * @param at         time of the site's own day
     * @param sites      ids; empty for all
     * @param recipients mail addresses
     * @param slack      whether the summary goes to Slack
     */
    public record Schedule(ReportPeriod period, LocalTime at, List<String> sites, List<String> recipients,
                           boolean slack) {

        /** Recipients by channel. All of Slack is one recipient without a name. */
        Map<String, String> deliveries() {
            Map<String, String> deliveries = new LinkedHashMap<>();
            if (!recipients.isEmpty()) {
                deliveries.put("email", String.join(",", recipients));
            }
            if (slack) {
                deliveries.put("slack", "");
            }
            return deliveries;
        }

        boolean isFor(String site) {
            return sites.isEmpty() || sites.contains(site);
        }
    }

    /** A {@code YamlFileException} names the line of an error. */
    static ReportRules read(Path home) {
        return parse(ConfigFile.read(home, NAME));
    }

    static ReportRules parse(ConfigFile file) {
        YamlValue root = YamlFile.parse(file.name(), file.text());
        root.entries(Set.of("reports", "mark-estimated-above", "withhold-above"));
        return new ReportRules(root.need("reports").items().stream().map(ReportRules::schedule).toList(),
                share(root.need("mark-estimated-above")), share(root.need("withhold-above")));
    }

    private static Schedule schedule(YamlValue place) {
        Map<String, YamlValue> values = place.entries(Set.of("period", "at", "sites", "recipients", "slack"));
        YamlValue sites = place.need("sites");
        List<String> recipients = place.need("recipients").items().stream()
                .map(item -> item.as("a mail address", ReportRules::address)).toList();
        boolean slack = values.containsKey("slack") && values.get("slack").flag();
        if (recipients.isEmpty() && !slack) {
            throw place.error("no recipient", "a mail address in 'recipients', or 'slack: true'");
        }
        return new Schedule(place.need("period").as("daily, weekly or monthly", ReportPeriod::of),
                place.need("at").as("a time such as 06:30", LocalTime::parse),
                sites.isList() ? sites.items().stream().map(YamlValue::text).toList()
                        : sites.as("ids in a list, or all", ReportRules::all),
                recipients, slack);
    }

    private static List<String> all(String word) {
        if (!word.equals("all")) {
            throw new IllegalArgumentException(word);
        }
        return List.of();
    }

    private static String address(String text) {
        if (!text.matches("[^\\s,@]+@[^\\s,@]+")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static double share(YamlValue value) {
        return value.as("a percentage such as 20 %", text -> {
            double percent = Double.parseDouble(text.replaceFirst("\\s*%$", ""));
            if (!(percent >= 0 && percent <= PERCENT)) {
                throw new IllegalArgumentException(text);
            }
            return percent / PERCENT;
        });
    }
}
