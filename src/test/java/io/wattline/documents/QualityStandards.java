package io.wattline.documents;

import io.wattline.app.WattlineSettings;
import io.wattline.settings.SettingKey;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every threshold that decides about readings: what it is, where it comes from, who may change it. Whatever {@code
 * config/*.yaml} there is.
 */
record QualityStandards(Schema schema) implements Document {

    /** {@code # Changed by: ...} in the head of a file. */
    private static final Pattern CHANGED_BY = Pattern.compile("(?m)^Changed by: (.*(?:\n {2,}.*)*)");

    private static final Pattern OF_DATA = Pattern.compile(
            "(?:readings|gaps|backfill|estimation|reconcile|reconciliation|quality|metadata|breaker)\\..*");
    /** They say what there is at the source, not what it must be like. */
    private static final List<String> NO_STANDARDS = List.of("fields.yaml", "discovery.yaml", "routes.yaml");
    private static final String ENGINEERS = "integration engineers, by a reviewed change of the file";

    @Override
    public String path() {
        return "docs/quality-standards.md";
    }

    @Override
    public String text() {
        Markdown text = new Markdown().add("# Quality standards").add(Document.note("the files in `config/`, with the "
                + "comments that stand in them, and the views"));
        text.add(
                """
                What a reading must satisfy, when a channel is healthy, when people are notified. Each figure is a
                line of a file; the comment above it gives the source of the figure. Each row names the standards
                that checked it: `readings.run_id` → `runs.rule_set` and `runs.configuration_hash`.""");
        text.add("## Who may change what")
                .table(
                        List.of("file", "who may change it", "what is in it"),
                        files().stream()
                                .map(file -> List.of(
                                        "[" + file + "](../" + file + ")",
                                        Markdown.plain(changedBy(file)),
                                        Markdown.plain(firstSentence(header(file)))))
                                .toList());
        files().stream()
                .filter(file -> !NO_STANDARDS.contains(file.getFileName().toString()))
                .forEach(file -> add(text, file));
        addSettings(text);
        text.add("## Thresholds in views")
                .table(
                        List.of("view", "what it goes by"),
                        schema.views().stream()
                                .filter(view -> view.comment().matches(".*\\b[A-Z]{5,}\\b.*"))
                                .map(view -> List.of(
                                        "[" + view.name() + "](data-dictionary.md#" + view.name() + ")",
                                        Markdown.plain(view.comment())))
                                .toList());
        return text.toString();
    }

    private static List<Path> files() {
        // what is below the folder is for other programs
        return Documents.files("config", ".yaml").stream().filter(file -> file.getNameCount() == 2).toList();
    }

    private static String header(Path file) {
        return AnnotatedYaml.header(Documents.read(file));
    }

    private static String changedBy(Path file) {
        Matcher said = CHANGED_BY.matcher(header(file));
        return said.find() ? said.group(1).replaceAll("\\s+", " ") : ENGINEERS;
    }

    private static String firstSentence(String header) {
        return header.replaceAll("\\s+", " ").replaceFirst("(?<=[.:]) .*", "");
    }

    private static void add(Markdown text, Path file) {
        text.add("## " + file);
        String header = header(file);
        text.code("text", header);
        AnnotatedYaml.sections(Documents.read(file)).forEach(section -> {
            text.add("### " + file.getFileName().toString().replace(".yaml", "") + ": " + section.name());
            if (!section.why().isEmpty() && !header.replaceAll("\\s+", " ").contains(firstSentence(section.why()))) {
                text.add(Markdown.plain(section.why()));
            }
            text.table(
                    List.of("standard", "value", "where it comes from"),
                    section.settings().stream()
                            .map(setting -> List.of(
                                    Markdown.code(setting.name()),
                                    Markdown.plain(setting.value()),
                                    Markdown.plain(setting.why())))
                            .toList());
        });
    }

    /** The keys that decide which readings are asked for, waited for and kept. */
    private static void addSettings(Markdown text) {
        text.add("## Settings").add("Of all [settings](settings.md), those that decide which readings are asked for, "
                + "waited for and kept."
                + " Changed by " + ENGINEERS + ", or by whoever runs Wattline, for one installation, in the "
                + "environment.");
        text.table(
                List.of("key", "value", "what it decides"),
                WattlineSettings.GROUPS.stream()
                        .flatMap(group -> SettingKey.of(group).stream())
                        .filter(key -> OF_DATA.matcher(key.key()).matches())
                        .map(key -> List.of(
                                Markdown.code(key.key()),
                                Markdown.plain(key.setting().fallback()),
                                Markdown.plain(key.setting().meaning())))
                        .toList());
    }
}
