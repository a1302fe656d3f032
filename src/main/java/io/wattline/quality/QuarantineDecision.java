package io.wattline.quality;

import io.wattline.channel.Channel;
import io.wattline.reading.CheckedPage;

/**
 * What becomes of a page.
 *
 * @param page   the page as it is kept; of a channel in quarantine every reading is rejected
 * @param before the breaker's state before the page
 * @param after  its state after the page
 */
public record QuarantineDecision(CheckedPage page, DataBreakerState before, DataBreakerState after) {

    Channel channel() {
        return page.window().channel();
    }
}
