package io.wattline.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of {@code docs/runbooks/}: see README.md there for how it is written. */
record Runbook(String name, String text) {

    /** {@code expected} lines of output in order; {@code exitCodes} that are allowed. */
    record Command(String page, String line, List<String> expected, List<Integer> exitCodes) {

        @Override
        public String toString() {
            return page + ": " + line;
        }
    }

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n(.*?)^```");
    private static final Pattern EXIT = Pattern.compile("\\s+# exit (\\d(?: or \\d)*)$");

    static List<Runbook> all() {
        return pages().stream().filter(page -> !page.name().equals("README")).toList();
    }

    /** With README.md, whose example is run like any other. */
    static List<Runbook> pages() {
        return Documents.files("docs/runbooks", ".md").stream().map(Runbook::of).toList();
    }

    private static Runbook of(Path file) {
        return new Runbook(file.getFileName().toString().replace(".md", ""), Documents.read(file));
    }

    List<String> headings() {
        return text.lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3).strip()).toList();
    }

    String firstSentence() {
        String meaning = text.replaceFirst("(?s).*?## Meaning\\s+", "").replaceFirst("(?s)\\n\\n.*", "");
        return meaning.replaceAll("\\s+", " ").replaceFirst("(?<=\\.) .*", "");
    }

    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            for (String part : block.group(1).split("(?m)^\\$ ")) {
                List<String> lines = part.lines().toList();
                if (!lines.isEmpty()) {
                    commands.add(command(
                            lines.get(0),
                            lines.subList(1, lines.size()).stream()
                                    .map(String::strip)
                                    .filter(line -> !line.isEmpty())
                                    .toList()));
                }
            }
        }
        return commands;
    }

    private Command command(String line, List<String> expected) {
        Matcher exit = EXIT.matcher(line);
        List<Integer> exitCodes = exit.find()
                ? Arrays.stream(exit.group(1).split(" or "))
                        .map(Integer::valueOf)
                        .toList()
                : List.of(0);
        return new Command(name, EXIT.matcher(line).replaceFirst(""), expected, exitCodes);
    }
}
