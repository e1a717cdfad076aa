package io.bosett;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What only one house needs is entered from nowhere else. */
final class WalledRoomsTest {
  /** Rooms that only their own house may enter, but for the rooms at its door. */
  private static final Map<String, Set<String>> WALLED =
      Map.of(
          "solve.decomposition", Set.of("solve.decomposition"),
          "check", Set.of("check"),
          "program.figures", Set.of("program"),
          "store", Set.of("store", "store.factory"),
          "http", Set.of("http", "http.settings", "http.protocol"));

  @Test
  void what_only_a_house_needs_stays_inside_it() {
    WALLED.forEach(
        (house, doors) -> {
          String name = "io.bosett." + house;
          Set<String> open = doors.stream().map(door -> "io.bosett." + door).collect(toSet());
          for (String room : ArchitectureTest.rooms()) {
            boolean inside = room.equals(name) || room.startsWith(name + ".");
            List<String> entered =
                ArchitectureTest.MAY_SEE.get(room).stream()
                    .filter(other -> other.startsWith(name + "."))
                    .toList();
            assertThat(inside || open.containsAll(entered))
                .as("%s enters %s", room, entered)
                .isTrue();
          }
        });
  }
}
