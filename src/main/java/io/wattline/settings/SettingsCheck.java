package io.wattline.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at every setting before anything starts. */
final class SettingsCheck {

    /** A token must stand up to guessing: 16 random characters do. */
    private static final int TOKEN_LENGTH_MIN = 16;
    private static final Map<String, SettingRule> RULES = SettingsRules.all();

    private final Settings settings;
    private final Set<Need> needs;
    private final List<String> problems = new ArrayList<>();

    SettingsCheck(Settings settings, Set<Need> needs) {
        this.settings = settings;
        this.needs = needs;
    }

    List<String> problems() {
        needs.stream().sorted(Comparator.comparing(Need::ordinal)).flatMap(need -> need.required().stream()).distinct()
                .filter(key -> !settings.has(key)).forEach(key -> problems.add(key + " is not set. " + SettingRule.place(key)));
        RULES.forEach((key, rule) -> {
            if (covered(key) && (settings.has(key) || !isOptional(key))) {
                rule.problem(key, settings.text(key)).ifPresent(problems::add);
            }
        });
        if (needs.contains(Need.SERVICE)) {
            order("readings.window.min", "readings.window.max");
            order("readings.retry.delay", "readings.retry.delay-max");
            order("readings.poll.look-back", "readings.poll.look-back-max");
            order("api.retry.delay", "api.retry.delay-max");
            order("alerts.retry.delay", "alerts.retry.delay-max");
            mail();
            http();
            problems.addAll(new JmxCheck(settings, System.getProperties()).problems());
        }
        return List.copyOf(problems);
    }

    private boolean covered(String key) {
        return needs.stream().anyMatch(need -> need.covers(key));
    }

    /** Required ones have been named already; the others switch something on where they are set. */
    private static boolean isOptional(String key) {
        return key.endsWith("url") || key.equals("jmx.port") || key.equals("smtp.port") || key.equals("smtp.tls");
    }

    /** Lengths that cannot be read have been named already. */
    private void order(String shorter, String longer) {
        Optional<Duration> small = Durations.parse(settings.text(shorter));
        Optional<Duration> large = Durations.parse(settings.text(longer));
        if (small.isPresent() && large.isPresent() && small.get().compareTo(large.get()) > 0) {
            problems.add(shorter + " is '" + settings.text(shorter) + "', longer than " + longer + " ('" + settings.text(longer) + "'); allowed: at most as long. "
                    + SettingRule.place(shorter));
        }
    }

    private void mail() {
        if (!settings.has("smtp.host")) {
            return;
        }
        for (String key : List.of("smtp.port", "smtp.tls", "alert.email.from", "alert.email.to")) {
            if (!settings.has(key)) {
                problems.add(key + " is not set although smtp.host is; e-mail needs both, or neither to be off. " + SettingRule.place(key));
            }
        }
        if (settings.has("smtp.username") != settings.has("smtp.password")) {
            String missing = settings.has("smtp.username") ? "smtp.password" : "smtp.username";
            problems.add(missing + " is not set although its counterpart is; allowed: both, or neither for a server without log-in. " + SettingRule.place(missing));
        }
    }

    private void http() {
        int length = settings.text("wattline.http.token").length();
        if (!Hosts.isLoopback(settings.text("wattline.http.host")) && length < TOKEN_LENGTH_MIN) {
            problems.add("wattline.http.token has " + length + " characters while wattline.http.host '" + settings.text("wattline.http.host")
                    + "' lets other machines in; allowed: at least " + TOKEN_LENGTH_MIN + " characters, or host 127.0.0.1. " + SettingRule.place("wattline.http.token"));
        }
    }
}
