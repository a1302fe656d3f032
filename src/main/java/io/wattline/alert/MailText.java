package io.wattline.alert;

import io.wattline.settings.Times;
import java.util.List;
import java.util.stream.Collectors;

/** A message as a mail: plain text, and HTML with the same content. */
final class MailText {

    private MailText() {
    }

    static String plain(Message message) {
        StringBuilder text = new StringBuilder(message.title()).append("\n\n");
        message.found().forEach(line -> text.append("- ").append(line).append('\n'));
        message.notes().forEach(note -> text.append('\n').append(note).append('\n'));
        return text.append("\nWhat to do: ").append(message.action()).append("\nRunbook: ").append(message.runbook())
                .append("\n\n").append(foot(message)).append('\n').toString();
    }

    static String html(Message message) {
        String colour = message.kind() == MessageKind.RESOLVED ? "#2e7d32"
                : message.severity() == AlertSeverity.CRITICAL ? "#c62828" : "#ef6c00";
        return "<html><body style=\"font-family:sans-serif\"><h2 style=\"color:" + colour + "\">"
                + AlertTexts.html(message.title()) + "</h2><ul>"
                + tagged("li", message.found()) + "</ul>" + tagged("p", message.notes()) + "<p><b>What to do:</b> "
                + AlertTexts.html(message.action()) + "<br><b>Runbook:</b> "
                + AlertTexts.html(message.runbook()) + "</p><p style=\"color:#757575\">"
                + AlertTexts.html(foot(message)) + "</p></body></html>";
    }

    private static String tagged(String tag, List<String> lines) {
        return lines.stream().map(line -> "<" + tag + ">" + AlertTexts.html(line) + "</" + tag + ">")
                .collect(Collectors.joining());
    }

    private static String foot(Message message) {
        return "Alert " + message.alert() + ", since " + Times.text(message.startedAt()) + ", seen at "
                + Times.text(message.at()) + ". Message " + message.id();
    }
}
