package io.wattline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.wattline.app.WattlineUnderTest;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Channels that never delivered anything, channels that vanish, and no channels at all. */
class NeverDeliveredTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-03T12:05:00.123456789Z"));
    private final WattlineUnderTest wattline = WattlineUnderTest.start(
            SimulatorSettings.of(Plant.of(3, 1), clock).withFaults(Set.of(Fault.CHANNEL_ALL_NULL)), clock,
            Map.of("readings.history", "3d", "slack.webhook.url", "http://127.0.0.1:1/slack"));

    @AfterEach
    void stop() {
        wattline.close();
    }

    private List<String> open() {
        wattline.request("direct:alerts-check", null);
        return wattline.database().rows("select distinct rule from alerts where state <> 'resolved' order by 1");
    }

    private List<String> messages() {
        return wattline.database().rows("select message->>'rule' || ' ' || kind from alert_outbox order by outbox_id");
    }

    @Test
    void a_channel_of_nulls_is_one_notice_and_no_other_alert() {
        wattline.sync();
        assertThat(wattline.database().rows("select channel_id from v_never_delivered")).containsExactly("61003");
        assertThat(open()).isEmpty();
        clock.advance(Duration.ofHours(2));
        wattline.sync();
        assertThat(open()).containsExactly("never-delivered");
        for (int i = 0; i < 12; i++) {
            clock.advance(Duration.ofHours(6));
            wattline.sync();
            wattline.request("direct:gaps-find", null);
            open();
        }
        assertThat(messages()).containsExactly("never-delivered fired");
        wattline.simulator().faults().set(Set.of());
        clock.advance(Duration.ofHours(6));
        wattline.sync();
        assertThat(open()).doesNotContain("never-delivered");
        assertThat(messages()).contains("never-delivered fired", "never-delivered resolved");
    }

    @Test
    void a_channel_that_vanishes_from_the_list_is_told_once() {
        wattline.sync();
        open();
        wattline.database().execute("insert into channels (channel_id, channel_name, organization_id, active, "
                + "interval_seconds) select 61099, 'PUMP', organization_id, true, 900 from channels limit 1");
        wattline.request("direct:eniscope-metadata", null);
        assertThat(open()).contains("channel-vanished");
        assertThat(wattline.database().rows("select summary from alerts where rule = 'channel-vanished'"))
                .singleElement().asString().contains("channel 61099 'PUMP'");
    }

    @Test
    void no_channel_at_all_is_told_after_ten_minutes() {
        assertThat(open()).contains("no-channels");
        clock.advance(Duration.ofMinutes(11));
        open();
        assertThat(messages()).contains("no-channels fired");
        wattline.sync();
        open();
        assertThat(messages()).contains("no-channels resolved");
        clock.advance(Duration.ofHours(1));
        wattline.database().execute("update organizations set last_seen_at = '" + clock.instant() + "'");
        assertThat(open()).as("the list is empty now").contains("no-channels");
    }
}
