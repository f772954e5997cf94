package org.gatun.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws panels of curves over the steps of a run on one sheet: a smoothed curve over the faint raw one. */
public final class LossCurves {
    /** Okabe and Ito's colours, which colour-blind people can tell apart, without their black and yellow. */
    private static final Color[] COLORS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        new Color(0x7F7F7F),
        new Color(0x8C564B)
    };

    private static final Color TEXT = new Color(0x333333);
    private static final Color GRID = new Color(0xE6E6E6);
    private static final float FAINT = 0.75f;
    private static final int PANEL_WIDTH = 640;
    private static final int PANEL_HEIGHT = 400;
    private static final int MAX_COLUMNS = 2;
    private static final int MAX_POINTS = 1500;
    private static final int LEAST_POINTS_TO_SMOOTH = 100;

    /** Standard deviation of the smoothing, as a share of the curve. */
    private static final double SMOOTHING = 0.008;

    private LossCurves() {}

    /**
     * Writes the sheet as a PNG file; a file of that name is replaced at once when the new one is complete. Curves without a
     * drawable point are left out.
     */
    public static void write(List<Panel> panels, Path file) throws IOException {
        PngFile.write(render(panels), file);
    }

    /** Draws the sheet, two panels in a row. */
    public static BufferedImage render(List<Panel> panels) {
        int columns = Math.clamp(panels.size(), 1, MAX_COLUMNS);
        int rows = Math.max(1, Math.ceilDiv(panels.size(), columns));
        double lastStep = panels.stream()
                .flatMap(panel -> panel.curves().stream())
                .flatMapToDouble(curve -> DoubleStream.of(curve.steps()))
                .max()
                .orElse(1);
        BufferedImage sheet = new BufferedImage(columns * PANEL_WIDTH, rows * PANEL_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
            for (int i = 0; i < panels.size(); i++) {
                Graphics2D area = (Graphics2D) graphics.create(
                        i % columns * PANEL_WIDTH, i / columns * PANEL_HEIGHT, PANEL_WIDTH, PANEL_HEIGHT);
                area.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
                area.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
                chart(panels.get(i), lastStep).paint(area, PANEL_WIDTH, PANEL_HEIGHT);
                area.dispose();
            }
        } finally {
            graphics.dispose();
        }
        return sheet;
    }

    private static XYChart chart(Panel panel, double lastStep) {
        XYChart chart = new XYChartBuilder()
                .width(PANEL_WIDTH)
                .height(PANEL_HEIGHT)
                .title(panel.title())
                .xAxisTitle("step")
                .build();
        style(chart.getStyler(), panel, lastStep);
        List<Curve> curves = panel.curves().stream()
                .map(curve ->
                        (panel.logarithmic() ? curve.log10() : curve).finite().thinned(MAX_POINTS))
                .filter(curve -> curve.steps().length > 0)
                .toList();
        // Faint curves first, so that no raw curve covers a smoothed one.
        for (int i = 0; i < curves.size(); i++) {
            if (isSmoothed(curves.get(i))) {
                add(chart, curves.get(i), curves.get(i).name() + " (raw)", faint(COLORS[i % COLORS.length]), 1f)
                        .setShowInLegend(false);
            }
        }
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            Curve shown = isSmoothed(curve) ? curve.smoothed(SMOOTHING * curve.steps().length) : curve;
            add(chart, shown, curve.name(), COLORS[i % COLORS.length], 2f);
        }
        return chart;
    }

    private static boolean isSmoothed(Curve curve) {
        return curve.steps().length >= LEAST_POINTS_TO_SMOOTH;
    }

    private static XYSeries add(XYChart chart, Curve curve, String name, Color color, float width) {
        XYSeries series = chart.addSeries(name, curve.steps(), curve.values());
        series.setMarker(curve.steps().length == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setMarkerColor(color);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return series;
    }

    private static Color faint(Color color) {
        return new Color(faint(color.getRed()), faint(color.getGreen()), faint(color.getBlue()));
    }

    private static int faint(int channel) {
        return Math.round(255 * FAINT + channel * (1 - FAINT));
    }

    private static void style(XYStyler styler, Panel panel, double lastStep) {
        styler.setLocale(Locale.ROOT);
        styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setChartFontColor(TEXT);
        styler.setAxisTickLabelsColor(TEXT);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartTitleBoxVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotTicksMarksVisible(false);
        styler.setAxisTicksLineVisible(false);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendVisible(panel.curves().size() > 1);
        // XChart's own logarithmic axis labels decades only, or crowds them: logarithms on a linear axis read better.
        styler.setyAxisTickLabelsFormattingFunction(
                panel.logarithmic() ? exponent -> number(Math.pow(10, exponent), 2) : value -> number(value, 4));
        // All panels show the same steps, so that one can look from one to another.
        styler.setXAxisMin(0.0);
        styler.setXAxisMax(Math.max(1, lastStep));
        styler.setXAxisDecimalPattern("#,##0");
        styler.setXAxisTickMarkSpacingHint(90);
        styler.setChartPadding(14);
    }

    /** At most so many significant digits, without zeros at the end. */
    private static String number(double value, int digits) {
        return value == 0
                ? "0"
                : new BigDecimal(value)
                        .round(new MathContext(digits))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
