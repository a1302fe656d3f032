/**
 * The command line: one class per verb, with its options, its help and its output.
 *
 * <p>Reading order: {@link io.wattline.cli.Cli} (list of verbs, exit codes), {@link io.wattline.cli.CliContext} (what
 * every verb gets), {@link io.wattline.cli.Verb} and {@link io.wattline.cli.ReportingVerb} (base classes;
 * {@code --json}), then any verb, such as {@link io.wattline.cli.SyncCommand}, {@link io.wattline.cli.BackfillCommand}
 * or {@link io.wattline.cli.AlertsCommand}. {@link io.wattline.cli.Terminal} and {@link io.wattline.cli.Table} print;
 * {@link io.wattline.cli.JsonOutput} writes JSON; {@link io.wattline.cli.StopSignal} handles Ctrl-C;
 * {@link io.wattline.cli.CliAudit} writes to the audit log.
 *
 * <p>A verb parses options, calls a feature or {@code app.Service}, and prints the result. It holds no rule of a
 * feature. Exit codes: 0 done, 1 failed or found something, 2 wrong usage or settings.
 *
 * <p>The package may use every feature and {@code app}. Nobody but {@code Main} uses it.
 */
package io.wattline.cli;
