package io.wattline.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each setting may hold, capability by capability. */
final class SettingsRules {

    private final Map<String, SettingRule> rules = new TreeMap<>();

    private SettingsRules() {
    }

    static Map<String, SettingRule> all() {
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
        each(SettingRule.httpUrl(), "eniscope.api.url");
        each(SettingRule.text(), "api.user-agent");
        each(SettingRule.count(1, Integer.MAX_VALUE), "api.requests-per-second", "api.requests-in-flight", "api.answer-max-bytes", "api.breaker.calls", "api.breaker.calls-min");
        each(SettingRule.count(1, 100), "api.breaker.failure-rate", "metadata.page-size");
        each(SettingRule.count(0, 100), "api.retry.max");
        each(SettingRule.duration(), "api.login.pause");
        each(SettingRule.durationAbove0(), "api.connect-timeout", "api.response-timeout", "api.answer-timeout", "api.retry.delay", "api.retry.delay-max", "api.breaker.wait");
        each(SettingRule.cron(), "metadata.sync.cron");
    }

    private void readings() {
        each(SettingRule.text(), "readings.fields.core", "spool.directory");
        each(SettingRule.cron(), "readings.poll.cron", "views.refresh.cron");
        each(SettingRule.count(1, 100_000), "readings.batch-size");
        each(SettingRule.count(1, Integer.MAX_VALUE), "readings.poll.parallel");
        each(SettingRule.duration(), "readings.poll.look-back", "readings.poll.delay", "readings.poll.wait-for-late");
        each(SettingRule.durationAbove0(), "readings.window.max", "readings.window.min", "readings.history", "readings.resolution", "readings.retry.delay",
                "readings.retry.delay-max", "readings.dead.retry", "spool.delay");
    }

    private void gaps() {
        each(SettingRule.cron(), "gaps.find.cron", "gaps.find-all.cron");
        each(SettingRule.duration(), "gaps.tolerance");
        each(SettingRule.durationAbove0(), "gaps.find-all.range");
        each(SettingRule.durationsAscending(), "gaps.ask-again");
    }

    private void backfill() {
        each(SettingRule.cron(), "backfill.look.cron", "backfill.gaps.cron");
        each(SettingRule.count(1, 90), "backfill.share");
        each(SettingRule.count(1, Integer.MAX_VALUE), "backfill.parallel", "backfill.attempts");
        each(SettingRule.durationAbove0(), "backfill.lease");
    }

    private void estimation() {
        each(SettingRule.cron(), "estimation.cron");
        each(SettingRule.durationAbove0(), "estimation.again");
    }

    private void reconciliation() {
        each(SettingRule.cron(), "reconciliation.nightly.cron", "reconciliation.weekly.cron", "reconciliation.publish.cron", "readings.late.cron");
        each(SettingRule.count(1, Integer.MAX_VALUE), "reconciliation.nightly.days", "reconciliation.weekly.days", "readings.late.readings", "readings.late.days");
        each(SettingRule.durationAbove0(), "reconciliation.window", "reconciliation.keep", "readings.poll.look-back-max", "readings.late.window");
    }

    private void quality() {
        each(SettingRule.cron(), "quality.refresh.cron", "quality.validate.cron");
        each(SettingRule.count(1, 366), "quality.validate.days");
        each(SettingRule.count(1, 100), "breaker.reject-rate");
        each(SettingRule.count(1, Integer.MAX_VALUE), "breaker.batch-min", "breaker.good-batches");
    }

    private void alerts() {
        each(SettingRule.cron(), "alerts.cron");
        each(SettingRule.duration(), "alerts.regroup", "alerts.aftermath", "heartbeat.mail.every");
        each(SettingRule.durationAbove0(), "alerts.repeat", "alerts.repeat.critical", "alerts.acknowledged-for", "alerts.retry.delay", "alerts.retry.delay-max", "alerts.give-up");
        each(SettingRule.httpUrl(), "heartbeat.url");
    }

    private void operations() {
        each(SettingRule.cron(), "operations.look.cron");
        each(SettingRule.count(1, 99), "health.disk-free-min");
        each(SettingRule.durationAbove0(), "health.timer-late-max", "health.message-age-max");
    }

    /** Database, mail, webhooks, HTTP. */
    private void edge() {
        each(SettingRule.databaseUrl(), "database.url");
        each(SettingRule.count(1, Integer.MAX_VALUE), "database.pool-size");
        each(SettingRule.durationAbove0(), "database.connect-timeout");
        each(SettingRule.httpUrl(), "slack.webhook.url", "pagerduty.events-url");
        each(SettingRule.oneOf("starttls", "tls", "none"), "smtp.tls");
        each(SettingRule.count(1, 65_535), "smtp.port");
        each(SettingRule.text(), "wattline.http.host", "jmx.host", "routes.directory");
        each(SettingRule.count(1, 65_535), "jmx.port");
        each(SettingRule.durationAbove0(), "wattline.http.database-timeout");
        each(SettingRule.count(0, 65_535), "wattline.http.port");
    }

    private void each(SettingRule rule, String... keys) {
        List.of(keys).forEach(key -> rules.put(key, rule));
    }
}
