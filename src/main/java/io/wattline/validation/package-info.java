/**
 * Checks readings against the rules of {@code config/rules.yaml}.
 *
 * <p>A rule rejects a reading with a reason, or marks it as doubtful. A rejected reading is a value ({@link
 * io.wattline.reading.Checked}), not an exception; it becomes a dead letter. An exception means a breakdown.
 *
 * <p>In reading order: {@link io.wattline.validation.PageValidator} (the validator bean of {@code
 * routes/take.camel.yaml}), {@link io.wattline.validation.RuleBook} (the rules), {@code Check} (the kinds of rules)
 * with {@code Range}, {@code NearNominal}, {@code Present}, {@code EnergyAgainstPower} and {@code TimeAndPlace}, {@code
 * CatchUp} (energy of more than one slot), {@code RuleBookFile} and {@code RuleOverride} (the file). {@link
 * io.wattline.validation.Canary} is a made-up reading that passes the same validator in every cycle of polls. {@link
 * io.wattline.validation.ValidationModule} puts it together.
 *
 * <p>May use {@code reading}, {@code channel}, {@code yaml}. The rules are pure: the clock is passed in.
 */
package io.wattline.validation;
