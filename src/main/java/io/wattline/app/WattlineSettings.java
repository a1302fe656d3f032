package io.wattline.app;

import io.wattline.alert.AlertSettings;
import io.wattline.alert.HeartbeatSettings;
import io.wattline.alert.NotificationSettings;
import io.wattline.anomaly.AnomalySettings;
import io.wattline.backfill.BackfillSettings;
import io.wattline.database.DatabaseSettings;
import io.wattline.deadletter.SpoolSettings;
import io.wattline.energy.EnergySettings;
import io.wattline.eniscope.AccountSettings;
import io.wattline.eniscope.MetadataSettings;
import io.wattline.eniscope.RequestSettings;
import io.wattline.estimation.EstimationSettings;
import io.wattline.export.ExportSettings;
import io.wattline.forecast.ForecastSettings;
import io.wattline.gap.GapSettings;
import io.wattline.health.HealthSettings;
import io.wattline.health.OperationsSettings;
import io.wattline.http.HttpSettings;
import io.wattline.jmx.JmxSettings;
import io.wattline.lab.demo.DemoSettings;
import io.wattline.quality.DataBreakerSettings;
import io.wattline.quality.QualitySettings;
import io.wattline.reading.PollSettings;
import io.wattline.reading.SyncSettings;
import io.wattline.reconciliation.LateReadingSettings;
import io.wattline.reconciliation.ReconciliationSettings;
import io.wattline.report.ReportSettings;
import io.wattline.routes.RouteSettings;
import io.wattline.settings.Settings;
import io.wattline.settings.SettingsGroup;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The settings of all features. */
public final class WattlineSettings {

    /**
     * The records that declare them, in the order of {@code docs/settings.md}. {@code run} and {@code demo} need them
     * all.
     */
    public static final List<Class<? extends SettingsGroup>> GROUPS = List.of(
            AccountSettings.class, RequestSettings.class, MetadataSettings.class, DatabaseSettings.class,
            PollSettings.class, SyncSettings.class, LateReadingSettings.class, SpoolSettings.class,
            GapSettings.class, BackfillSettings.class, ReconciliationSettings.class, EstimationSettings.class,
            QualitySettings.class, DataBreakerSettings.class, AnomalySettings.class, ForecastSettings.class,
            EnergySettings.class, AlertSettings.class, NotificationSettings.class, HeartbeatSettings.class,
            ReportSettings.class, ExportSettings.class, OperationsSettings.class, HealthSettings.class,
            HttpSettings.class, JmxSettings.class, RouteSettings.class, DemoSettings.class);
    /** What a verb needs that only asks the database. */
    public static final List<Class<? extends SettingsGroup>> DATABASE = List.of(DatabaseSettings.class);
    /** What a verb needs that does its work once and asks the source. */
    public static final List<Class<? extends SettingsGroup>> ONCE = without(JmxSettings.class);
    /** What a verb needs that does its work once, without the source. */
    public static final List<Class<? extends SettingsGroup>> ONCE_OFFLINE =
            without(JmxSettings.class, AccountSettings.class);

    private WattlineSettings() {
    }

    private static List<Class<? extends SettingsGroup>> without(Class<?>... groups) {
        return GROUPS.stream().filter(group -> !List.of(groups).contains(group)).toList();
    }

    /** Where the source answers. */
    public static URI sourceUrl(Settings settings) {
        return settings.of(RequestSettings.class).url();
    }

    /** Reads files and environment over the defaults of the records. */
    public static Settings load(Path home, String profile, Map<String, String> environment) {
        return Settings.load(home, profile, environment, GROUPS);
    }
}
