/**
 * Watches a channel day by day and combines sightings into events.
 *
 * <p>Reading order: {@link io.wattline.anomaly.watch.ChannelWatch} runs the detectors over one day and updates what is
 * learned from; {@link io.wattline.anomaly.watch.EventBook} combines the sightings of several days and of several
 * detectors into one {@link io.wattline.anomaly.watch.AnomalyEvent}, named after its cause.
 *
 * <p>Readings of a faulty meter are not learned from. While a level is wrong by a known ratio, readings are judged with
 * that ratio taken out, so that one fault does not hide the next.
 *
 * <p>The package may use {@code anomaly.detector}. It is plain Java and has no clock: the nightly run and a backtest
 * call it with one day after the other.
 */
package io.wattline.anomaly.watch;
