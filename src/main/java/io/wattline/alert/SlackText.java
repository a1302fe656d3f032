package io.wattline.alert;

import io.wattline.settings.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A message as the JSON of a Slack incoming webhook: blocks, and a text for clients that do not show blocks. */
final class SlackText {

    /** Slack refuses a section of more than 3,000 characters. */
    private static final int SECTION_MAX = 2900;
    private static final String LEFT_OUT = "• ...";

    private SlackText() {
    }

    static String json(Message message) {
        List<Object> blocks = new ArrayList<>();
        blocks.add(section("*" + AlertTexts.slack(message.title()) + "*"));
        blocks.add(section(lines(message)));
        blocks.add(section("*What to do:* " + AlertTexts.slack(message.action())));
        String where = "Alert `" + message.alert() + "`, since " + Times.text(message.startedAt()) + ". Runbook: "
                + message.runbook() + ". Message " + message.id();
        blocks.add(Map.of("type", "context", "elements",
                List.of(Map.of("type", "mrkdwn", "text", AlertTexts.slack(where)))));
        return AlertJson.write(Map.of("text", AlertTexts.slack(message.title()), "blocks", blocks));
    }

    /**
     * What was found, and notes. Where that is too long for one section, findings before the last are left out; the
     * last may state how many more there are.
     */
    private static String lines(Message message) {
        List<String> found = new ArrayList<>(message.found().stream().map(line -> AlertTexts.slack("• " + line))
                .toList());
        String notes = AlertTexts.slack(String.join("\n", message.notes()));
        int room = SECTION_MAX - notes.length() - LEFT_OUT.length() - 2;
        boolean isCut = false;
        while (found.size() > 1 && String.join("\n", found).length() > room) {
            found.remove(found.size() - 2);
            isCut = true;
        }
        if (isCut) {
            found.add(found.size() - 1, LEFT_OUT);
        }
        return String.join("\n", found) + (notes.isEmpty() ? "" : "\n" + notes);
    }

    private static Map<String, Object> section(String text) {
        String cut = text.length() <= SECTION_MAX ? text : text.substring(0, SECTION_MAX) + "...";
        return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", cut.isEmpty() ? " " : cut));
    }
}
