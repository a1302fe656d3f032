package io.wattline.bench;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the bench prints; Markdown, for its README. */
final class Report {

    private final PrintStream out;
    private boolean headed;

    Report(PrintStream out) {
        this.out = out;
    }

    void machine(String postgres) {
        out.printf(
                "%d cores, Java %s, %s%n",
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), postgres);
    }

    void heap(int days, List<Integer> mib) {
        out.printf(
                "Heap of Wattline over %d days, left by %d full collections: median %d MiB, most %d MiB, of 256%n",
                days, mib.size(), mib.get(mib.size() / 2), mib.get(mib.size() - 1));
    }

    void rows(String rows) {
        out.println(rows + "\n");
    }

    void round(int number, Outcome copy, Outcome pipeline) {
        if (!headed) {
            headed = true;
            out.println("| round | COPY rows/s | pipeline rows/s | ratio | COPY s | pipeline s | CPU s COPY: "
                    + "PostgreSQL + client | CPU s pipeline: PostgreSQL + Wattline + simulator | CPU s of others | "
                    + "peak RSS of Wattline "
                    + "MiB |");
            out.println("|---|---|---|---|---|---|---|---|---|---|");
        }
        line(Integer.toString(number), copy, pipeline);
    }

    /** The median of each, and the ratio of the medians. */
    void summary(List<Outcome[]> rounds) {
        if (!rounds.isEmpty()) {
            line("median", median(rounds, 0), median(rounds, 1));
        }
    }

    private void line(String name, Outcome copy, Outcome pipeline) {
        out.printf(
                "| %s | %,.0f | %,.0f | %.0f %% | %.1f | %.1f | %.1f + %.1f | %.1f + %.1f + %.1f | %.1f; %.1f | "
                        + "%.0f |%n",
                name,
                copy.rowsPerSecond(),
                pipeline.rowsPerSecond(),
                100 * pipeline.rowsPerSecond() / copy.rowsPerSecond(),
                copy.seconds(),
                pipeline.seconds(),
                copy.databaseCpu(),
                copy.clientCpu(),
                pipeline.databaseCpu(),
                pipeline.clientCpu(),
                pipeline.sourceCpu(),
                copy.otherCpu(),
                pipeline.otherCpu(),
                pipeline.peakRssMib());
    }

    private static Outcome median(List<Outcome[]> rounds, int which) {
        List<Outcome> outcomes = rounds.stream().map(both -> both[which]).toList();
        return new Outcome(
                outcomes.get(0).rows(),
                median(outcomes, Outcome::seconds),
                median(outcomes, Outcome::databaseCpu),
                median(outcomes, Outcome::clientCpu),
                median(outcomes, Outcome::sourceCpu),
                median(outcomes, Outcome::otherCpu),
                median(outcomes, Outcome::peakRssMib));
    }

    private static double median(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
        List<Double> sorted = outcomes.stream().map(value::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
