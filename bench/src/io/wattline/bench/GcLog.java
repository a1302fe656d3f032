package io.wattline.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of {@code -Xlog:gc}, such as {@code [12.3s][info][gc] GC(41) Pause Full (Diagnostic Command) 151M->48M(247M)
 * 102.130ms}.
 */
final class GcLog {

    private static final Pattern FULL = Pattern.compile("Pause Full .* \\d+M->(\\d+)M\\(");

    private GcLog() {
    }

    /** What each full collection left over, in MiB, the least first. */
    static List<Integer> afterFullMib(List<String> lines) {
        return lines.stream()
                .map(FULL::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.valueOf(found.group(1)))
                .sorted()
                .toList();
    }
}
