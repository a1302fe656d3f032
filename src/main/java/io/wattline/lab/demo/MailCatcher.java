package io.wattline.lab.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;

/** An SMTP server of this machine that keeps what it gets and sends nothing on. */
public final class MailCatcher implements AutoCloseable {

    private final GreenMail server;

    private MailCatcher(GreenMail server) {
        this.server = server;
    }

    /** Starts it on a free port. */
    public static MailCatcher start() {
        GreenMail server = new GreenMail(setup(ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailCatcher(server);
    }

    /**
     * Of a server on a free port of the loopback address, that may take its time to start: on a busy machine the 2 s of
     * GreenMail are too short.
     */
    public static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** How many messages came, one for each recipient. */
    public int count() {
        return server.getReceivedMessages().length;
    }

    /** Subjects in the order of arrival. */
    public List<String> subjects() {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            try {
                subjects.add(String.valueOf(message.getSubject()));
            } catch (MessagingException e) {
                subjects.add("(no readable subject: " + e.getMessage() + ")");
            }
        }
        return subjects;
    }

    @Override
    public void close() {
        server.stop();
    }
}
