package io.wattline.reconciliation;

import java.time.Duration;

/**
 * When a channel is asked further back than the others; keys of {@code config/application.properties} in brackets.
 *
 * @param base        for a channel whose readings come in time [readings.poll.look-back]
 * @param max         the furthest [readings.poll.look-back-max]
 * @param window      what is looked at [readings.late.window]
 * @param readingsMin fewer late readings than this are no stream [readings.late.readings]
 * @param daysMin     late readings on fewer days than this are no stream [readings.late.days]
 */
public record LookBackSettings(Duration base, Duration max, Duration window, int readingsMin, int daysMin) {
}
