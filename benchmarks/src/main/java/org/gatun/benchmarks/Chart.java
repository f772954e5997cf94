package org.gatun.benchmarks;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler;

/** The ratios to the floor as bars, with the fastest and the slowest fork as error bars. */
final class Chart {

    /** Cases that all systems have and in which a warm process calls libtorch: there a ratio to the floor says most. */
    static final List<String> CASES =
            List.of("mul4", "mul4-grad", "add-scalar", "chain", "cat4", "scope", "net", "optimizer", "train-step");

    private static final Map<String, Color> COLORS = Map.of(
            "ffm", new Color(0x1b6ca8),
            "jni", new Color(0x8fb8de),
            "javacpp", new Color(0xe08e45),
            "djl", new Color(0xc44536),
            "cpython", new Color(0x7a8450));

    private Chart() {}

    /** Draws the systems that have all of {@link #CASES}. */
    static void write(List<Row> rows, Path file) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(1200)
                .height(560)
                .title("Time of an operation, as a multiple of the same calls made by C++ (lower is better)")
                .yAxisTitle("ratio to the floor")
                .build();
        chart.getStyler()
                .setYAxisMin(0.0)
                .setYAxisDecimalPattern("0.#")
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        chart.getStyler().setAvailableSpaceFill(0.8);
        for (String system : MeasuredSystem.NAMES) {
            if (COLORS.containsKey(system)) {
                add(chart, system, rows);
            }
        }
        BitmapEncoder.saveBitmap(chart, file.toString(), BitmapEncoder.BitmapFormat.PNG);
    }

    private static void add(CategoryChart chart, String system, List<Row> rows) {
        Map<String, Row> own = rows.stream()
                .filter(row -> row.system().equals(system))
                .collect(Collectors.toMap(Row::caseName, row -> row));
        if (!own.keySet().containsAll(CASES)) {
            return;
        }
        List<Double> ratios =
                CASES.stream().map(each -> own.get(each).ratioToFloor()).toList();
        List<Double> errors = CASES.stream().map(each -> spread(own.get(each))).toList();
        chart.addSeries(system, CASES, ratios, errors).setFillColor(COLORS.get(system));
    }

    /** Half the distance from the fastest to the slowest fork, as a ratio to the floor. */
    private static double spread(Row row) {
        return (row.slowest() - row.fastest()) / 2 * row.ratioToFloor() / row.nanoseconds();
    }
}
