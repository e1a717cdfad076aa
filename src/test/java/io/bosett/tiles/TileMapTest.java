package io.bosett.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Tile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tile maps that are made, on Norway's points against the tiles drawn by hand. */
final class TileMapTest {
  private static final Dataset NORWAY = DatasetFolder.read(Path.of("models/norway-2018"));

  @Test
  void norways_points_keep_as_many_neighbours_as_the_tiles_that_ship() {
    List<Tile> shipped =
        IntStream.range(0, NORWAY.size())
            .mapToObj(i -> Objects.requireNonNull(NORWAY.tile(i)))
            .toList();
    List<Tile> made = TileMap.of(NORWAY);
    assertThat(new HashSet<>(made)).hasSize(422);
    assertThat(kept(made)).isGreaterThanOrEqualTo(0.7);
    assertThat(kept(made)).isGreaterThanOrEqualTo(kept(shipped));
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

  /** The share of neighbours, by the Gabriel graph of the points, that are side by side. */
  private static double kept(List<Tile> tiles) {
    NeighbourGraph graph = NeighbourGraph.of(PlanePoints.of(NORWAY));
    int kept = 0;
    for (int i = 0; i < graph.size(); i++) {
      for (int j : graph.of(i)) {
        kept += i < j && cell(tiles.get(i)).touches(cell(tiles.get(j))) ? 1 : 0;
      }
    }
    return (double) kept / graph.pairs();
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
