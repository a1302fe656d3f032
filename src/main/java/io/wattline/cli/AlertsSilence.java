package io.wattline.cli;

import io.wattline.alert.AlertActions;
import io.wattline.channel.UnknownNameException;
import io.wattline.settings.Durations;
import io.wattline.settings.Times;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Suppresses notifications for a time. */
@Command(name = "silence", description = "Suppresses notifications of some alerts for a time. Alerts that still fire "
        + "afterwards are notified then.")
final class AlertsSilence extends AlertVerb {

    @Option(names = "--rule", paramLabel = "NAME", description = "Only of this rule (default: every rule).")
    private String rule;

    @Option(names = "--site", paramLabel = "ID", description = "Only of this site (default: every site).")
    private String site;

    @Option(names = "--channel", paramLabel = "ID", description = "Only of this channel (default: every channel).")
    private Integer channel;

    @Option(
            names = "--for",
            required = true,
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Duration, such as 2h.")
    private Duration length;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Reason; stored with it.")
    private String reason;

    AlertsSilence(CliContext context) {
        super(context);
    }

    @Override
    int at(AlertActions desk, CliAudit audit) throws Exception {
        if (reason.isBlank() || length.isZero()) {
            throw wrongUsage("a silence needs a duration above 0 (--for) "
                    + "and a reason that others understand (--reason)");
        }
        long id = audit.of(
                "alert-silence",
                null,
                details(),
                () -> silence(desk),
                null);
        Instant end = Instant.now().plus(length).truncatedTo(ChronoUnit.SECONDS);
        report(new Silenced(id, end), () -> terminal()
                .line("silence " + id + " until " + Times.text(end) + "; end it with: wattline alerts unsilence "
                        + id));
        return DONE;
    }

    private long silence(AlertActions desk) throws SQLException {
        try {
            return desk.silence(rule, site, channel, length, reason.strip(), context().who());
        } catch (UnknownNameException e) {
            throw wrongUsage(e.getMessage());
        }
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("rule", rule);
        details.put("site", site);
        details.put("channel", channel);
        details.put("for", Durations.text(length));
        details.put("reason", reason);
        details.values().removeIf(Objects::isNull);
        return details;
    }

    /** The id of the silence, and its end. */
    record Silenced(long silence, Instant until) {
    }
}
