package io.bosett.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Tile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tile maps that are made, on Norway's points against the tiles drawn by hand. */
@Tag("slow")
final class TileMapTest {
  private static final double CASES = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));
  private static final Dataset NORWAY = DatasetFolder.read(Path.of("models/norway-2018"));

  @Test
  void norways_points_keep_as_many_neighbours_as_the_tiles_that_ship() {
    List<Tile> shipped =
        IntStream.range(0, NORWAY.size())
            .mapToObj(i -> Objects.requireNonNull(NORWAY.tile(i)))
            .toList();
    List<Tile> made = TileMap.of(NORWAY);
    assertThat(new HashSet<>(made)).hasSize(422);
    TileQuality quality = TileQuality.of(NORWAY, made);
    assertThat(quality.together()).isGreaterThan((int) (0.7 * quality.pairs()));
    assertThat(quality.together()).isGreaterThan(TileQuality.of(NORWAY, shipped).together());
    assertThat(quality.whole()).isEqualTo(18);
    assertThat(pieces(NORWAY, made).values()).containsOnly(1);
  }

  @Test
  void the_same_points_give_the_same_map() {
    assertThat(TileMap.of(NORWAY)).isEqualTo(TileMap.of(NORWAY));
  }

  @Test
  void without_points_each_county_is_a_block() {
    List<Tile> made = TileMap.of(withoutPoints(true));
    assertThat(new HashSet<>(made)).hasSize(422);
    assertThat(pieces(NORWAY, made).values()).containsOnly(1);
  }

  @Test
  void without_counties_it_is_a_plain_grid() {
    List<Tile> made = TileMap.of(withoutPoints(false));
    assertThat(made.get(0)).isEqualTo(new Tile(0, 0));
    assertThat(made.get(21)).isEqualTo(new Tile(0, 1));
    assertThat(made.get(421)).isEqualTo(new Tile(1, 20));
  }

  @Test
  void few_municipalities_and_points_at_one_place_have_a_map_too() {
    for (int n : List.of(1, 2, 3, 20)) {
      DatasetBuilder builder = new DatasetBuilder("few", "Few");
      for (int i = 0; i < n; i++) {
        builder.municipality("M" + i, "M" + i, "", 10, 60);
      }
      assertThat(new HashSet<>(TileMap.of(builder.build()))).as("%d", n).hasSize(n);
    }
  }

  private static Dataset withoutPoints(boolean counties) {
    DatasetBuilder builder = new DatasetBuilder("bare", "Bare");
    for (int i = 0; i < NORWAY.size(); i++) {
      String county = counties ? NORWAY.county(i) : "";
      builder.municipality(NORWAY.municipality(i), NORWAY.name(i), county, Double.NaN, Double.NaN);
    }
    return builder.build();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void cells_differ_counties_are_whole_and_neighbours_together_on_random_maps(long seed) {
    int n = 100 + (int) (seed % 7) * 50;
    Dataset dataset = random(n, 4 + n / 40, seed);
    List<Tile> made = TileMap.of(dataset);
    assertThat(new HashSet<>(made)).as("seed %d", seed).hasSize(n);
    TileQuality quality = TileQuality.of(dataset, made);
    assertThat(quality.whole()).as("seed %d", seed).isEqualTo(quality.counties());
    assertThat(quality.together()).as("seed %d", seed).isGreaterThan((int) (0.7 * quality.pairs()));
  }

  static LongStream seeds() {
    long first = Long.getLong("bosett.seed", 1);
    return LongStream.range(first, first + Math.max(4, Math.round(40 * CASES)));
  }

  @Test
  void the_order_of_rows_changes_nothing() {
    Dataset dataset = random(120, 6, 5);
    DatasetBuilder backwards = new DatasetBuilder("random", "Random");
    for (int i = dataset.size() - 1; i >= 0; i--) {
      backwards.municipality(
          dataset.municipality(i),
          dataset.name(i),
          dataset.county(i),
          dataset.longitude(i),
          dataset.latitude(i));
    }
    assertThat(TileMap.of(backwards.build())).isEqualTo(TileMap.of(dataset));
  }

  @Test
  void a_map_across_the_date_line_or_near_a_pole_keeps_neighbours_too() {
    for (double[] moved : new double[][] {{175, 0}, {-5, 30}}) {
      DatasetBuilder builder = new DatasetBuilder("moved", "Moved");
      Dataset dataset = random(150, 6, 7);
      for (int i = 0; i < dataset.size(); i++) {
        double longitude = dataset.longitude(i) + moved[0];
        builder.municipality(
            dataset.municipality(i),
            dataset.name(i),
            dataset.county(i),
            longitude > 180 ? longitude - 360 : longitude,
            dataset.latitude(i) + moved[1]);
      }
      Dataset there = builder.build();
      TileQuality quality = TileQuality.of(there, TileMap.of(there));
      assertThat(quality.whole()).isEqualTo(quality.counties());
      assertThat(quality.together()).isGreaterThan((int) (0.7 * quality.pairs()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"outlier", "diagonal", "star", "one place", "two clusters"})
  void points_of_odd_shape_have_a_map_of_different_cells_and_not_much_else(String shape) {
    int n = 1_500;
    DatasetBuilder builder = new DatasetBuilder("odd", "Odd");
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < n; i++) {
      double turn = 2 * Math.PI * i / n;
      double[] at =
          switch (shape) {
            case "outlier" ->
                i == 0
                    ? new double[] {-170, -80}
                    : new double[] {10 + random.nextDouble() / 1e3, 60 + random.nextDouble() / 1e3};
            case "diagonal" -> new double[] {i * 0.01, 40 + i * 0.01};
            case "star" ->
                i == 0 ? new double[] {0, 0} : new double[] {Math.cos(turn), Math.sin(turn)};
            case "one place" -> new double[] {10, 60};
            default -> new double[] {random.nextDouble() / 1e6 + (i % 2) * 90, random.nextDouble()};
          };
      builder.municipality("M" + i, "M" + i, "C" + i / 100, at[0], at[1]);
    }
    List<Tile> made = TileMap.of(builder.build());
    assertThat(new HashSet<>(made)).hasSize(n);
    int columns = made.stream().mapToInt(Tile::column).max().orElseThrow();
    int rows = made.stream().mapToInt(Tile::row).max().orElseThrow();
    assertThat((long) columns * rows).isLessThan(10_000 + 64L * n);
  }

  @Test
  void tiles_at_the_ends_of_the_grid_are_judged_too() {
    DatasetBuilder builder = new DatasetBuilder("ends", "Ends");
    builder.municipality("A", "Aa", "1").tile("A", new Tile(0, 0));
    builder.municipality("B", "Be", "1").tile("B", new Tile(Tile.MOST, Tile.MOST));
    Dataset dataset = builder.build();
    List<Tile> tiles = List.of(new Tile(0, 0), new Tile(Tile.MOST, Tile.MOST));
    assertThat(TileQuality.of(dataset, tiles)).isEqualTo(new TileQuality(2, 0, 0, 1, 0));
  }

  @Test
  void who_has_no_point_stands_with_the_county() {
    DatasetBuilder builder = new DatasetBuilder("holes", "Holes");
    for (int i = 0; i < NORWAY.size(); i++) {
      boolean known = i % 10 != 3;
      builder.municipality(
          NORWAY.municipality(i),
          NORWAY.name(i),
          NORWAY.county(i),
          known ? NORWAY.longitude(i) : Double.NaN,
          known ? NORWAY.latitude(i) : Double.NaN);
    }
    List<Tile> made = TileMap.of(builder.build());
    assertThat(new HashSet<>(made)).hasSize(422);
    TileQuality quality = TileQuality.of(NORWAY, made);
    assertThat(quality.whole()).isEqualTo(quality.counties());
  }

  @Test
  void too_many_for_their_points_are_blocks_of_counties() {
    Dataset dataset = random(7_000, 20, 1);
    assertThat(TileMap.isPlaced(dataset)).isFalse();
    List<Tile> made = TileMap.of(dataset);
    assertThat(new HashSet<>(made)).hasSize(7_000);
    TileQuality quality = TileQuality.of(dataset, made);
    assertThat(quality.whole()).isEqualTo(quality.counties());
    assertThat(quality.pairs()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 200})
  void thousands_of_places_have_whole_counties_and_neighbours_together(int counties) {
    int n = Math.max(400, (int) Math.round(5_000 * CASES));
    Dataset dataset = random(n, counties, 1);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    List<Tile> made = TileMap.of(dataset);
    double seconds = (threads.getCurrentThreadCpuTime() - begun) / 1e9;
    assertThat(new HashSet<>(made)).hasSize(n);
    TileQuality quality = TileQuality.of(dataset, made);
    System.out.printf(
        Locale.ROOT, "tiles: %d places, %s, %.1f s of processor time%n", n, quality, seconds);
    assertThat(quality.whole()).isEqualTo(quality.counties());
    assertThat(quality.together()).isGreaterThan((int) (0.7 * quality.pairs()));
  }

  /** Points, a third of them in towns, and counties that are the regions of their capitals. */
  private static Dataset random(int n, int counties, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] capitals = new double[counties][];
    for (int c = 0; c < counties; c++) {
      capitals[c] = new double[] {10 * random.nextDouble(), 50 + 6 * random.nextDouble()};
    }
    DatasetBuilder builder = new DatasetBuilder("random", "Random");
    for (int i = 0; i < n; i++) {
      double[] capital = capitals[random.nextInt(counties)];
      boolean town = i % 3 == 0;
      double x = town ? capital[0] + random.nextDouble() / 2 : 10 * random.nextDouble();
      double y = town ? capital[1] + random.nextDouble() / 4 : 50 + 6 * random.nextDouble();
      int nearest = 0;
      for (int c = 1; c < counties; c++) {
        nearest = distance(capitals[c], x, y) < distance(capitals[nearest], x, y) ? c : nearest;
      }
      String id = String.format(Locale.ROOT, "M%05d", i);
      builder.municipality(id, id, "C" + nearest, x, y);
    }
    return builder.build();
  }

  private static double distance(double[] capital, double x, double y) {
    return Math.hypot(0.6 * (capital[0] - x), capital[1] - y);
  }

  private static HexCell cell(Tile tile) {
    return new HexCell(tile.column(), tile.row());
  }

  /** In how many pieces each county lies. */
  private static Map<String, Integer> pieces(Dataset dataset, List<Tile> tiles) {
    Map<HexCell, Integer> at = new HashMap<>();
    IntStream.range(0, tiles.size()).forEach(i -> at.put(cell(tiles.get(i)), i));
    Map<String, Integer> pieces = new HashMap<>();
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < tiles.size(); i++) {
      if (seen.add(i)) {
        pieces.merge(dataset.county(i), 1, Integer::sum);
        List<Integer> todo = new ArrayList<>(List.of(i));
        while (!todo.isEmpty()) {
          HexCell cell = cell(tiles.get(todo.remove(todo.size() - 1)));
          for (int edge = 0; edge < 6; edge++) {
            Integer other = at.get(cell.neighbour(edge));
            if (other != null
                && dataset.county(other).equals(dataset.county(i))
                && seen.add(other)) {
              todo.add(other);
            }
          }
        }
      }
    }
    return pieces;
  }
}
