package io.wattline.eniscope;

import static io.wattline.eniscope.SourceUnderTest.LIST;
import static io.wattline.eniscope.SourceUnderTest.readings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wattline.lab.demo.WebhookCatcher;
import io.wattline.lab.simulator.Fault;
import io.wattline.lab.simulator.FaultKind;
import io.wattline.lab.simulator.Plant;
import io.wattline.lab.simulator.SimulatorSettings.Credentials;
import io.wattline.source.BreakerOpenException;
import io.wattline.source.LogInRefusedException;
import io.wattline.testing.RootLog;
import io.wattline.testing.Scrape;
import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** Nothing that is secret shows in logs, exceptions, MBeans or metrics, whatever goes wrong. */
class SecretsTest {

    private static final Credentials ACCOUNT =
            new Credentials("key-f81d4fae7dec", "person@example.org", "password-a765091e");

    @Test
    void no_secret_shows_in_logs_exceptions_mbeans_or_metrics_whatever_goes_wrong() throws Exception {
        List<String> shown = new ArrayList<>();
        List<String> secrets = new ArrayList<>(List.of(
                ACCOUNT.apiKey(),
                ACCOUNT.password(),
                md5(),
                basic(),
                "T000-B000-webhook",
                "password-of-mail",
                "R0UT1NG-K3Y"));
        try (RootLog log = RootLog.open();
                WebhookCatcher webhooks = WebhookCatcher.start();
                SourceUnderTest api = new SourceUnderTest(
                        settings(webhooks), Plant.of(2, 1), source -> source.withCredentials(ACCOUNT))) {
            api.ask(LIST);
            Session session = api.wattline.context().getRegistry().lookupByNameAndType("session", Session.class);
            secrets.add(session.authorise(new Call(LIST)).token());
            shown.add(session.toString());
            breakEverything(api, shown);
            api.wattline.request("direct:alerts-check", null);
            await().until(() -> (long) api.wattline.value("select count(*) from alert_outbox "
                    + "where last_error is not null") >= 3);
            shown.addAll(api.wattline.rows("select message::text || last_error as text from alert_outbox").stream()
                    .map(Object::toString)
                    .toList());
            shown.add(Scrape.of(api.wattline).text());
            shown.addAll(mbeans());
            shown.addAll(log.lines());
        }
        assertThat(shown).hasSizeGreaterThan(500);
        assertThat(secrets).hasSize(8).allSatisfy(secret -> assertThat(shown).noneMatch(text -> text.contains(secret)));
    }

    /** Neither mail nor Slack nor PagerDuty can be had. */
    private static Map<String, String> settings(WebhookCatcher webhooks) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "slack.webhook.url",
                webhooks.slackUrl().replace("/slack", "/services/T000-B000-webhook"),
                "smtp.host",
                "127.0.0.1",
                "smtp.port",
                "1",
                "smtp.tls",
                "none",
                "smtp.username",
                "person",
                "smtp.password",
                "password-of-mail"));
        settings.putAll(Map.of(
                "alert.email.from",
                "a@example.org",
                "alert.email.to",
                "b@example.org",
                "api.response-timeout",
                "500ms",
                "pagerduty.routing-key",
                "R0UT1NG-K3Y",
                "pagerduty.events-url",
                webhooks.pagerDutyUrl().replace("enqueue", "elsewhere")));
        return settings;
    }

    /** Collects what is thrown, with its causes. */
    private static void breakEverything(SourceUnderTest api, List<String> shown) {
        for (Fault fault : Fault.values()) {
            if (fault.kind() == FaultKind.PASSING && fault != Fault.SLOW_ANSWER) {
                api.faults().set(List.of(fault)).share(1);
                shown.add(words(api.failure(readings())));
            }
        }
        api.faults().on(Fault.SERVER_ERROR).share(1);
        await().until(() -> api.failure(LIST) instanceof BreakerOpenException);
        shown.add(words(api.failure(LIST)));
        api.faults().set(List.of());
        // half open is closed after three
        await().until(() -> api.failure(LIST) == null && api.failure(LIST) == null && api.failure(LIST) == null);
        api.wattline.sync();
        api.faults().on(Fault.LOGIN_REFUSED);
        api.wattline.simulator().endSessions();
        await().until(() -> api.failure(LIST) instanceof LogInRefusedException);
        shown.add(words(api.failure(LIST)));
    }

    private static String words(Throwable thrown) {
        StringBuilder words = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            words.append(cause).append('\n');
        }
        return words.toString();
    }

    /** Names and attributes of all MBeans of Camel and of ours. */
    private static List<String> mbeans() throws Exception {
        List<String> texts = new ArrayList<>();
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(null, null)) {
            if (name.getDomain().startsWith("java")
                    || name.getDomain().startsWith("com.sun")
                    || name.getDomain().startsWith("jdk")) {
                continue;
            }
            texts.add(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                texts.add(value(server, name, attribute.getName()));
            }
        }
        return texts;
    }

    private static String value(MBeanServer server, ObjectName name, String attribute) {
        try {
            return name + " " + attribute + " " + server.getAttribute(name, attribute);
        } catch (Exception e) {
            return words(e);
        }
    }

    private static String md5() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(ACCOUNT.password().getBytes()));
    }

    private static String basic() throws Exception {
        return Base64.getEncoder().encodeToString((ACCOUNT.email() + ":" + md5()).getBytes());
    }
}
