package io.wattline.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Charts of a report as images. */
final class ReportCharts {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 340;
    private static final Color MEASURED = new Color(0x0d5c4a);
    private static final Color ESTIMATED = new Color(0x8fb2d4);
    private static final Color SUSPECT = new Color(0xb26a00);

    private ReportCharts() {
    }

    /** The bins of the report as stacked bars, as PNG. */
    static byte[] bars(ReportFigures figures) {
        List<String> names = new ArrayList<>();
        List<List<Double>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (JsonNode bin : figures.json().path("bins")) {
            String start = bin.path("local_start").asText();
            names.add(figures.period() == ReportPeriod.DAILY ? names.size() + "" : start.substring(8, 10));
            parts.get(0).add(bin.path("measured_kwh").asDouble());
            parts.get(1).add(bin.path("estimated_kwh").asDouble());
            parts.get(2).add(bin.path("suspect_kwh").asDouble());
        }
        return names.isEmpty() ? new byte[0] : png(chart(names, parts));
    }

    private static CategoryChart chart(List<String> names, List<List<Double>> parts) {
        CategoryChart chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).yAxisTitle("kWh").build();
        chart.getStyler().setStacked(true).setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setSeriesColors(new Color[] {MEASURED, ESTIMATED, SUSPECT});
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.addSeries("measured", names, parts.get(0));
        chart.addSeries("estimated", names, parts.get(1));
        chart.addSeries("suspect", names, parts.get(2));
        return chart;
    }

    private static byte[] png(CategoryChart chart) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
