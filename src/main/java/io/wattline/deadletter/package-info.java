/**
 * Dead letters: readings and responses that are set aside, with what is needed to look at them and to take them again.
 *
 * <p>A rejected reading becomes a row of {@code dead_letters} with its rule, its reason and its record as it arrived. A
 * response that arrives while the database is down becomes a file of the spool, and is taken from there when the
 * database is back. A breakdown of a route is logged and counted.
 *
 * <p>In reading order: {@link io.wattline.deadletter.DeadLetterRows} (how rejected readings are kept), {@link
 * io.wattline.deadletter.DeadLetter}, {@link io.wattline.deadletter.DeadLetters} and {@link
 * io.wattline.deadletter.DeadLetterFilter} (how people look at them), {@link io.wattline.deadletter.Replay} and {@link
 * io.wattline.deadletter.ReplayRun} (how they are taken again), {@link io.wattline.deadletter.Spool}, {@link
 * io.wattline.deadletter.Breakdowns}; {@link io.wattline.deadletter.DeadLetterOperations} is the JMX part; {@link
 * io.wattline.deadletter.DeadLetterModule} puts it together. The routes are in {@code routes/dead-letters.camel.yaml}.
 *
 * <p>May use {@code reading}, {@code channel}, {@code database}, {@code settings}, {@code jmx}. No row is ever deleted.
 */
package io.wattline.deadletter;
