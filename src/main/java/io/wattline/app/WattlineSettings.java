package io.wattline.app;

import io.wattline.alert.AlertSettings;
import io.wattline.alert.HeartbeatSettings;
import io.wattline.alert.NotificationSettings;
import io.wattline.deadletter.SpoolSettings;
import io.wattline.eniscope.AccountSettings;
import io.wattline.eniscope.MetadataSettings;
import io.wattline.eniscope.RequestSettings;
import io.wattline.backfill.BackfillSettings;
import io.wattline.estimation.EstimationSettings;
import io.wattline.gap.GapSettings;
import io.wattline.health.HealthSettings;
import io.wattline.health.OperationsSettings;
import io.wattline.http.HttpSettings;
import io.wattline.quality.DataBreakerSettings;
import io.wattline.quality.QualitySettings;
import io.wattline.reading.PollSettings;
import io.wattline.reconciliation.LateReadingSettings;
import io.wattline.reconciliation.ReconciliationSettings;
import io.wattline.settings.Settings;
import io.wattline.settings.SettingsGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The settings of all features. */
public final class WattlineSettings {

    /** The records that declare them, in the order of {@code docs/settings.md}. */
    public static final List<Class<? extends SettingsGroup>> GROUPS = List.of(
            AccountSettings.class, RequestSettings.class, MetadataSettings.class,
            PollSettings.class, LateReadingSettings.class, SpoolSettings.class,
            GapSettings.class, BackfillSettings.class, ReconciliationSettings.class, EstimationSettings.class,
            QualitySettings.class, DataBreakerSettings.class,
            AlertSettings.class, NotificationSettings.class, HeartbeatSettings.class,
            OperationsSettings.class, HealthSettings.class, HttpSettings.class);

    private WattlineSettings() {
    }

    /** Reads files and environment over the defaults of the records. */
    public static Settings load(Path home, String profile, Map<String, String> environment) {
        return Settings.load(home, profile, environment, GROUPS);
    }
}
