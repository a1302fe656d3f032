/**
 * Wattline polls the Eniscope metering API, checks every reading, keeps the good ones in PostgreSQL, sets the bad ones
 * aside, finds and refetches what is missing, and notifies people when something is wrong. Start here: these are the
 * ways through the code, in reading order.
 *
 * <p><b>A reading.</b> {@code routes/poll.camel.yaml} asks {@link io.wattline.reading.PollScheduler} which channels are
 * due. {@code fetch.camel.yaml} requests one {@link io.wattline.reading.Window}; the bean behind
 * {@link io.wattline.reading.SourceFormat} (today {@link io.wattline.eniscope.Normaliser}) turns the response into a
 * {@link io.wattline.reading.Page} of {@link io.wattline.reading.Reading}s in kWh, kW, V and A. {@code take.camel.yaml}
 * splits the page into {@link io.wattline.reading.Batches}, has {@link io.wattline.validation.RuleBook} check each of
 * them, and keeps the accepted readings, the rejected ones and the cursor in one transaction
 * ({@code db/sql/readings-keep.sql}). Rejected readings are dead letters ({@link io.wattline.deadletter}).
 *
 * <p><b>What is missing.</b> {@link io.wattline.gap.Gaps} compares the expected slots with the kept ones.
 * {@link io.wattline.backfill.BackfillWorkers} fetch a gap again through the same routes; {@link
 * io.wattline.estimation} fills what the source does not have, and marks it; {@link io.wattline.reconciliation}
 * compares with the source every night; {@link io.wattline.quality} grades channels and sites;
 * {@link io.wattline.forecast} says what will go wrong, and how often it was right.
 *
 * <p><b>An alert.</b> {@code config/alerts.yaml} is a list of {@link io.wattline.alert.AlertRule}s.
 * {@code routes/alerts.camel.yaml} runs an {@link io.wattline.alert.Evaluation} of all of them, stores alerts and
 * messages in one transaction, and {@code alert-delivery.camel.yaml} delivers the messages.
 *
 * <p><b>A command.</b> {@link io.wattline.Main} calls {@link io.wattline.cli.Cli}, which runs the class of the verb,
 * such as {@link io.wattline.cli.BackfillCommand}. A verb that needs routes starts them by
 * {@link io.wattline.app.Launcher}; operators of a running service use JMX ({@link io.wattline.app.ControlMBean}) or
 * HTTP ({@link io.wattline.http}).
 *
 * <p><b>A setting.</b> Each feature has a record, such as {@link io.wattline.reading.PollSettings}, whose components
 * carry {@link io.wattline.settings.Setting} with key, default, bounds and meaning.
 * {@link io.wattline.settings.SettingsLoader} reads them; {@link io.wattline.app.WattlineSettings} lists the records;
 * {@code docs/settings.md} is generated from them.
 *
 * <p><b>How it is assembled.</b> A feature is a package with a class {@code XModule} ({@link io.wattline.module}).
 * {@link io.wattline.app.Modules} lists them, {@link io.wattline.app.RunningService} starts Camel with their beans and
 * with {@code routes/*.camel.yaml} ({@link io.wattline.routes}). Everything that knows Eniscope is in {@link
 * io.wattline.eniscope}; everything that is there to demonstrate or to test is in {@link io.wattline.lab}.
 * ArchitectureTest holds who may use whom.
 */
package io.wattline;
