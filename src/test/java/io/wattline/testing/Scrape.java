package io.wattline.testing;

import io.wattline.app.WattlineUnderTest;
import io.wattline.metrics.PrometheusPage;
import java.util.HashMap;

/** What {@code /metrics} says at one time, in Prometheus' text format. */
public record Scrape(String text) {

    public static Scrape of(WattlineUnderTest wattline) {
        return new Scrape(wattline.context().getRegistry().lookupByNameAndType("prometheusPage", PrometheusPage.class)
                .respond(new HashMap<>()));
    }

    /**
     * The value of a series, written as Prometheus does, such as {@code wattline_polls_total{result="ok"}}; 0 where
     * there is none yet.
     */
    public double value(String series) {
        return text.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    /** The sum over all series that begin so. */
    public double sum(String beginning) {
        return text.lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
