package io.wattline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings;
import io.wattline.testing.MovableClock;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with role readwrite of JMX uses Camel's own MBeans. */
class CamelMBeansTest {

    private static final MBeanServer MBEANS = ManagementFactory.getPlatformMBeanServer();
    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-08T00:10:00Z"));

    @TempDir
    private Path folder;

    @Test
    void they_send_nothing_and_make_no_endpoints() throws JMException {
        try (WattlineUnderTest wattline = start("false")) {
            ObjectName context = bean(wattline, "context");
            assertThatThrownBy(() -> send(context, "file:" + folder + "?fileName=x"))
                    .rootCause()
                    .hasMessageContaining("sendBody is refused, since it can reach files and hosts; setting "
                            + "jmx.send-allowed allows it. Nothing was done.");
            assertThatThrownBy(() -> MBEANS.invoke(context, "createEndpoint", new Object[] {"file:" + folder},
                    new String[] {"java.lang.String"})).rootCause().hasMessageContaining("createEndpoint is refused");
            assertThat(folder).isEmptyDirectory();
            assertThat(wattline.rows("select outcome from audit_log where action = 'camel-body-send'")).singleElement()
                    .isEqualTo(Map.of("outcome", "refused"));
        }
    }

    @Test
    void where_they_may_send_they_reach_no_more_than_routes_may() throws JMException {
        try (WattlineUnderTest wattline = start("true")) {
            ObjectName context = bean(wattline, "context");
            assertThatThrownBy(() -> send(context, "file:" + folder + "?fileName=x"))
                    .rootCause().hasMessageContaining("allowed: file: followed by {{spool.directory}}");
            assertThatThrownBy(() -> send(context, "http://127.0.0.1:1/x"))
                    .rootCause().hasMessageContaining("routes.http.hosts");
            assertThat(folder).isEmptyDirectory();
            send(context, "log:operator");
        }
    }

    private WattlineUnderTest start(String sendAllowed) {
        return WattlineUnderTest.start(SimulatorSettings.of(Plant.of(1, 1), CLOCK), CLOCK,
                Map.of("jmx.send-allowed", sendAllowed));
    }

    private static void send(ObjectName context, String address) throws JMException {
        MBEANS.invoke(context, "sendBody", new Object[] {address, "x"},
                new String[] {"java.lang.String", "java.lang.Object"});
    }

    private static ObjectName bean(WattlineUnderTest wattline, String type) throws JMException {
        String name = wattline.context().getManagementName();
        return MBEANS.queryNames(new ObjectName("org.apache.camel:context=" + name + ",type=" + type + ",*"), null)
                .iterator().next();
    }
}
