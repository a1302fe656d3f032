package io.wattline.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wattline.lab.demo.MailCatcher;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Everybody who is told of alerts: a mail server, Slack's webhook, PagerDuty's Events API, a heartbeat. Each can be
 * made to refuse.
 */
public final class Ears implements AutoCloseable {

    private record Refusal(int status, String retryAfter) {
    }

    private final GreenMail mail = new GreenMail(MailCatcher.setup(ServerSetup.PROTOCOL_SMTP));
    private final HttpServer http;
    private final Map<String, List<String>> heard = new ConcurrentHashMap<>();
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    public Ears() {
        mail.start();
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newCachedThreadPool());
        http.createContext("/", this::take);
        http.start();
    }

    /** All of them set up. */
    public Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "smtp.host",
                "127.0.0.1",
                "smtp.port",
                String.valueOf(mail.getSmtp().getPort()),
                "smtp.tls",
                "none",
                "alert.email.from",
                "wattline@example.org",
                "alert.email.to",
                "operators@example.org",
                "slack.webhook.url",
                url("slack"),
                "pagerduty.events-url",
                url("pagerduty"),
                "pagerduty.routing-key",
                "R0UT1NG"));
    }

    public String url(String way) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/" + way;
    }

    /** From now on {@code slack}, {@code pagerduty} or {@code heartbeat} answers so. */
    public void refuse(String way, int status, String retryAfter) {
        refusals.put(way, new Refusal(status, retryAfter));
    }

    public void accept(String way) {
        refusals.remove(way);
    }

    /** How often it was asked, refused or not. */
    public int asked(String way) {
        return asked.computeIfAbsent(way, name -> new AtomicInteger()).get();
    }

    public List<MimeMessage> mails() {
        return Arrays.asList(mail.getReceivedMessages());
    }

    public List<String> subjects() {
        return mails().stream().map(message -> {
            try {
                return message.getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }

    /** What a way took, in order. */
    public List<JsonNode> heard(String way) {
        return heard.getOrDefault(way, List.of()).stream().map(body -> {
            try {
                return new ObjectMapper().readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + body, e);
            }
        }).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String way = exchange.getRequestURI().getPath().substring(1);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.computeIfAbsent(way, name -> new AtomicInteger()).incrementAndGet();
            Refusal refusal = refusals.get(way);
            if (refusal != null && refusal.retryAfter() != null) {
                exchange.getResponseHeaders().set("Retry-After", refusal.retryAfter());
            }
            if (refusal == null) {
                heard.computeIfAbsent(way, name -> new CopyOnWriteArrayList<>()).add(body);
            }
            exchange.sendResponseHeaders(refusal == null ? 200 : refusal.status(), -1);
        }
    }

    /** Forgets what was heard, and refuses nothing. */
    public void reset() {
        try {
            mail.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
        heard.clear();
        asked.clear();
        refusals.clear();
    }

    @Override
    public void close() {
        mail.stop();
        http.stop(0);
    }
}
