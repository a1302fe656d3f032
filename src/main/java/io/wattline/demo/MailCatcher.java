package io.wattline.demo;

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
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailCatcher(server);
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
