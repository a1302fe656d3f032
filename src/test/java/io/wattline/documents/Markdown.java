package io.wattline.documents;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The little Markdown that the documents are written in. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();

    /** A paragraph, heading or block, with an empty line after it. */
    Markdown add(String block) {
        text.append(block.strip()).append("\n\n");
        return this;
    }

    /** Columns that are empty in every row are left out, the first excepted. */
    Markdown table(List<String> head, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            List<Integer> kept = IntStream.range(0, head.size())
                    .filter(i ->
                            i == 0 || rows.stream().anyMatch(row -> !row.get(i).isEmpty()))
                    .boxed()
                    .toList();
            line(kept.stream().map(head::get).toList());
            line(Collections.nCopies(kept.size(), "---"));
            rows.forEach(row -> line(kept.stream().map(row::get).map(Markdown::cell).toList()));
            text.append('\n');
        }
        return this;
    }

    private void line(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    Markdown code(String language, String code) {
        return add("```" + language + "\n" + code.strip() + "\n```");
    }

    static String code(String text) {
        return "`" + text + "`";
    }

    static String codes(List<String> texts) {
        return texts.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    /** Text of a comment: nothing in it is markup, except code in backticks. */
    static String plain(String text) {
        String[] parts = text.split("`", -1);
        boolean hasCode = parts.length % 2 == 1;
        return IntStream.range(0, parts.length)
                .mapToObj(i -> hasCode && i % 2 == 1
                        ? parts[i]
                        : parts[i].replace("<", "&lt;").replace("*", "\\*").replace("[", "\\["))
                .collect(Collectors.joining("`"));
    }

    private static String cell(String text) {
        return Arrays.stream(text.split("\n")).map(String::strip).collect(Collectors.joining(" ")).replace("|", "\\|");
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
