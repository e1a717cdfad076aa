package io.bosett.benchmark.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Line charts with the same look, one colour for each solver. */
final class Pictures {
  /** Told apart by people who cannot see every colour (Okabe and Ito 2008). */
  private static final Color[] COLOURS = {
    new Color(0x000000),
    new Color(0xE69F00),
    new Color(0x56B4E9),
    new Color(0x009E73),
    new Color(0xD55E00),
    new Color(0xCC79A7),
    new Color(0x0072B2)
  };

  private static final BasicStroke SOLID = new BasicStroke(2);
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0);

  private final XYChart chart;
  private boolean empty = true;

  private Pictures(XYChart chart) {
    this.chart = chart;
  }

  /** A chart whose horizontal axis is logarithmic. */
  static Pictures of(String title, String x, String y, boolean logarithmicY) {
    System.setProperty("java.awt.headless", "true");
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(520)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisLogarithmic(logarithmicY);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    return new Pictures(chart);
  }

  /** A line, or with marks and without a line. */
  void line(String name, int colour, boolean dashed, double[] x, double[] y) {
    add(name, colour, x, y, SeriesMarkers.NONE).setLineStyle(dashed ? DASHED : SOLID);
  }

  void points(String name, int colour, double[] x, double[] y) {
    add(name, colour, x, y, SeriesMarkers.CIRCLE).setLineStyle(new BasicStroke(0));
  }

  private XYSeries add(String name, int colour, double[] x, double[] y, Marker marker) {
    empty = false;
    XYSeries series = chart.addSeries(name, x, y);
    Color shade = COLOURS[colour % COLOURS.length];
    series.setLineColor(shade);
    series.setMarkerColor(shade);
    series.setMarker(marker);
    return series;
  }

  boolean isEmpty() {
    return empty;
  }

  void write(Path file) throws IOException {
    BufferedImage image = BitmapEncoder.getBufferedImage(chart);
    try (OutputStream stream = Files.newOutputStream(file)) {
      ImageIO.write(image, "png", stream);
    }
  }
}
