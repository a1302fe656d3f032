package io.wattline.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each setting may hold, capability by capability. */
final class SettingsRules {

    private final Map<String, Rule> rules = new TreeMap<>();

    private SettingsRules() {
    }

    static Map<String, Rule> all() {
        SettingsRules all = new SettingsRules();
        all.source();
        all.readings();
        all.gaps();
        all.backfill();
        all.estimation();
        all.reconciliation();
        all.quality();
        all.alerts();
        all.operations();
        all.edge();
        return all.rules;
    }

    private void source() {
        each(Rule.httpUrl(), "eniscope.api.url");
        each(Rule.text(), "api.user-agent");
        each(Rule.count(1, Integer.MAX_VALUE), "api.requests-per-second", "api.requests-in-flight", "api.answer-max-bytes", "api.breaker.calls", "api.breaker.calls-min");
        each(Rule.count(1, 100), "api.breaker.failure-rate", "metadata.page-size");
        each(Rule.count(0, 100), "api.retry.max");
        each(Rule.duration(), "api.login.pause");
        each(Rule.durationAbove0(), "api.connect-timeout", "api.response-timeout", "api.answer-timeout", "api.retry.delay", "api.retry.delay-max", "api.breaker.wait");
        each(Rule.cron(), "metadata.sync.cron");
    }

    private void readings() {
        each(Rule.text(), "readings.fields.core", "spool.directory");
        each(Rule.cron(), "readings.poll.cron", "views.refresh.cron");
        each(Rule.count(1, 100_000), "readings.batch-size");
        each(Rule.count(1, Integer.MAX_VALUE), "readings.poll.parallel");
        each(Rule.duration(), "readings.poll.look-back", "readings.poll.delay", "readings.poll.wait-for-late");
        each(Rule.durationAbove0(), "readings.window.max", "readings.window.min", "readings.history", "readings.resolution", "readings.retry.delay",
                "readings.retry.delay-max", "readings.dead.retry", "spool.delay");
    }

    private void gaps() {
        each(Rule.cron(), "gaps.find.cron", "gaps.find-all.cron");
        each(Rule.duration(), "gaps.tolerance");
        each(Rule.durationAbove0(), "gaps.find-all.range");
        each(Rule.durationsAscending(), "gaps.ask-again");
    }

    private void backfill() {
        each(Rule.cron(), "backfill.look.cron", "backfill.gaps.cron");
        each(Rule.count(1, 90), "backfill.share");
        each(Rule.count(1, Integer.MAX_VALUE), "backfill.parallel", "backfill.attempts");
        each(Rule.durationAbove0(), "backfill.lease");
    }

    private void estimation() {
        each(Rule.cron(), "estimation.cron");
        each(Rule.durationAbove0(), "estimation.again");
    }

    private void reconciliation() {
        each(Rule.cron(), "reconciliation.nightly.cron", "reconciliation.weekly.cron", "reconciliation.publish.cron", "readings.late.cron");
        each(Rule.count(1, Integer.MAX_VALUE), "reconciliation.nightly.days", "reconciliation.weekly.days", "readings.late.readings", "readings.late.days");
        each(Rule.durationAbove0(), "reconciliation.window", "readings.poll.look-back-max", "readings.late.window");
    }

    private void quality() {
        each(Rule.cron(), "quality.refresh.cron", "quality.validate.cron");
        each(Rule.count(1, 366), "quality.validate.days");
        each(Rule.count(1, 100), "breaker.reject-rate");
        each(Rule.count(1, Integer.MAX_VALUE), "breaker.batch-min", "breaker.good-batches");
    }

    private void alerts() {
        each(Rule.cron(), "alerts.cron");
        each(Rule.duration(), "alerts.regroup", "alerts.aftermath", "heartbeat.mail.every");
        each(Rule.durationAbove0(), "alerts.repeat", "alerts.repeat.critical", "alerts.acknowledged-for", "alerts.retry.delay", "alerts.retry.delay-max", "alerts.give-up");
        each(Rule.httpUrl(), "heartbeat.url");
    }

    private void operations() {
        each(Rule.cron(), "operations.look.cron");
        each(Rule.count(1, 99), "health.disk-free-min");
        each(Rule.durationAbove0(), "health.timer-late-max", "health.message-age-max");
    }

    /** Database, mail, webhooks, HTTP. */
    private void edge() {
        each(Rule.databaseUrl(), "database.url");
        each(Rule.count(1, Integer.MAX_VALUE), "database.pool-size");
        each(Rule.durationAbove0(), "database.connect-timeout");
        each(Rule.httpUrl(), "slack.webhook.url", "pagerduty.events-url");
        each(Rule.oneOf("starttls", "tls", "none"), "smtp.tls");
        each(Rule.count(1, 65_535), "smtp.port");
        each(Rule.text(), "wattline.http.host", "jmx.host", "routes.directory");
        each(Rule.count(1, 65_535), "jmx.port");
        each(Rule.count(0, 65_535), "wattline.http.port");
    }

    private void each(Rule rule, String... keys) {
        List.of(keys).forEach(key -> rules.put(key, rule));
    }
}
