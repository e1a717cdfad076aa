package io.bosett.sweep.report;

import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.sweep.Axis;
import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.parquet.ColumnType;
import io.bosett.sweep.points.StratifiedSample;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.summary.Prim;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * In which points a municipality is asked, or not: PRIM boxes over the axes of numbers, on at most
 * 200,000 points taken evenly.
 */
public final class BoxSearch {
  private static final long MOST_POINTS = 200_000;
  private static final int DIGITS = 6;

  private final Sweep sweep;
  private final List<String> names = new ArrayList<>();
  private final List<double[]> rows = new ArrayList<>();
  private final List<Long> numbers = new ArrayList<>();
  private final List<Boolean> sought = new ArrayList<>();

  private BoxSearch(Sweep sweep) {
    this.sweep = sweep;
  }

  /**
   * What was found.
   *
   * @param names of the axes
   * @param boxes of the trade-off, ever smaller
   * @param examples for each box a point sought inside it; -1 when there is none
   */
  public record Found(List<String> names, List<Prim.Box> boxes, List<Long> examples) {
    public Found {
      names = List.copyOf(names);
      boxes = List.copyOf(boxes);
      examples = List.copyOf(examples);
    }

    /** The sides of a box: {@code axis >= end}. */
    List<String> sides(Prim.Box box) {
      List<String> sides = new ArrayList<>();
      for (int a = 0; a < names.size(); a++) {
        if (!Double.isInfinite(box.least()[a])) {
          sides.add(names.get(a) + " >= " + text(box.least()[a]));
        }
        if (!Double.isInfinite(box.most()[a])) {
          sides.add(names.get(a) + " <= " + text(box.most()[a]));
        }
      }
      return sides;
    }

    /**
     * Writes the boxes as fields of an open object.
     *
     * @param out of an object
     */
    public void write(JsonWriter out) {
      out.texts("axes", names);
      List<Integer> all = IntStream.range(0, boxes.size()).boxed().toList();
      out.list("boxes", all, this::writeBox);
    }

    private void writeBox(JsonWriter out, int index) {
      Prim.Box box = boxes.get(index);
      out.object(
          () -> {
            out.rounded("coverage", box.coverage(), DIGITS);
            out.rounded("density", box.density(), DIGITS);
            out.whole("points", box.points());
            List<Integer> limited =
                IntStream.range(0, names.size())
                    .filter(
                        a ->
                            !Double.isInfinite(box.least()[a]) || !Double.isInfinite(box.most()[a]))
                    .boxed()
                    .toList();
            out.list("sides", limited, (list, a) -> writeSide(list, box, a));
            long example = examples.get(index);
            out.nullable("point", example < 0 ? null : example, JsonWriter::whole);
          });
    }

    private void writeSide(JsonWriter out, Prim.Box box, int axis) {
      out.object(
          () -> {
            out.text("axis", names.get(axis));
            end(out, "least", box.least()[axis]);
            end(out, "most", box.most()[axis]);
          });
    }

    private static void end(JsonWriter out, String name, double end) {
      if (Double.isInfinite(end)) {
        out.nothing(name);
      } else {
        out.raw(name, text(end));
      }
    }

    private static String text(double end) {
      return new BigDecimal(Float.toString((float) end)).stripTrailingZeros().toPlainString();
    }

    /** Coverage, density, points and box in lines of text. */
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add("coverage  density   points  box");
      for (Prim.Box box : boxes) {
        String sides = String.join(", ", sides(box));
        lines.add(
            String.format(
                Locale.ROOT,
                "%8.3f  %7.3f  %7d  %s",
                box.coverage(),
                box.density(),
                box.points(),
                sides.isEmpty() ? "all" : sides));
      }
      return lines;
    }
  }

  /**
   * Searches.
   *
   * @param place the index of the municipality in the sweep
   * @param asked whether the points sought are those at which it is asked
   * @throws IOException when a part cannot be read
   */
  public static Found find(Sweep sweep, SweepFolder folder, int place, boolean asked)
      throws IOException {
    BoxSearch search = new BoxSearch(sweep);
    long step = Math.max(1, (sweep.plan().points() + MOST_POINTS - 1) / MOST_POINTS);
    for (int part = 0; part < sweep.parts(); part++) {
      @Nullable List<ColumnData> columns = folder.columns(part);
      if (columns != null) {
        search.add(sweep.first(part), columns, step, place, asked);
      }
    }
    return search.found();
  }

  private void add(long first, List<ColumnData> columns, long step, int place, boolean asked) {
    List<ColumnData> axes = new ArrayList<>();
    @Nullable ColumnData bits = null;
    for (ColumnData column : columns) {
      boolean axis = sweep.plan().axes().stream().map(Axis::name).anyMatch(column.name()::equals);
      if (axis && column.type() != ColumnType.TEXT) {
        axes.add(column);
      } else if (column.name().equals("asked")) {
        bits = column;
      }
    }
    if (names.isEmpty()) {
      axes.stream().map(ColumnData::name).forEach(names::add);
    }
    for (int row = 0; bits != null && row < bits.size(); row++) {
      byte @Nullable [] map = (byte[]) bits.values().get(row);
      if (map != null && StratifiedSample.isTaken(first + row, step)) {
        int at = row;
        rows.add(axes.stream().mapToDouble(axis -> number(axis, at)).toArray());
        numbers.add(first + row);
        sought.add(((map[place >> 3] >> (7 - (place & 7)) & 1) == 1) == asked);
      }
    }
  }

  private static double number(ColumnData column, int row) {
    return column.values().get(row) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private Found found() {
    double[][] axes = new double[names.size()][rows.size()];
    boolean[] hit = new boolean[rows.size()];
    for (int i = 0; i < hit.length; i++) {
      hit[i] = sought.get(i);
      for (int a = 0; a < axes.length; a++) {
        axes[a][i] = rows.get(i)[a];
      }
    }
    List<Prim.Box> boxes = new Prim(axes, hit).boxes();
    return new Found(names, boxes, boxes.stream().map(this::example).toList());
  }

  private long example(Prim.Box box) {
    for (int i = 0; i < rows.size(); i++) {
      if (sought.get(i) && box.holds(rows.get(i))) {
        return numbers.get(i);
      }
    }
    return -1;
  }
}
