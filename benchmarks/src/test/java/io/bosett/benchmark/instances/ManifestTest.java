package io.bosett.benchmark.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.benchmark.Json;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class ManifestTest {
  private static final Path PROJECT = Path.of("");
  private static final int LARGE = 2_000;

  @TempDir Path folder;

  @Test
  void there_are_at_least_sixty_instances() throws IOException {
    assertThat(Manifest.read(Manifest.FILE).instances()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void every_small_instance_can_be_made_and_has_about_as_many_candidates_as_it_says()
      throws IOException {
    for (Instance instance : Manifest.read(Manifest.FILE).instances()) {
      if (instance.size() < LARGE) {
        Problem problem = instance.recipe().problem(PROJECT);
        assertThat((double) Compiler.compile(problem).size())
            .as(instance.id())
            .isBetween(0.75 * instance.size(), 1.25 * instance.size());
      }
    }
  }

  @Test
  void what_is_known_is_about_the_problem_that_the_recipe_makes() throws IOException {
    for (Instance instance : Manifest.read(Manifest.FILE).instances()) {
      Known known = instance.known();
      if (known != null && instance.size() < LARGE) {
        assertThat(Instance.fingerprint(instance.recipe().problem(PROJECT)))
            .as(instance.id())
            .isEqualTo(known.problem());
      }
    }
  }

  @Test
  void sizes_ascend_within_a_family_so_that_larger_ones_can_be_left_out() throws IOException {
    Map<String, List<Instance>> families =
        Manifest.read(Manifest.FILE).instances().stream()
            .collect(Collectors.groupingBy(Instance::family));
    families.forEach(
        (family, instances) ->
            assertThat(instances.stream().map(i -> Math.max(i.size(), 500))).as(family).isSorted());
  }

  @Test
  void a_manifest_written_reads_back_the_same() throws IOException {
    Manifest manifest = Manifest.read(Manifest.FILE);
    Path copy = folder.resolve("manifest.json");
    manifest.write(copy);
    assertThat(Manifest.read(copy)).isEqualTo(manifest);
    assertThat(Files.readString(copy)).isEqualTo(Files.readString(Manifest.FILE));
  }

  @Test
  void a_step_refuses_what_it_does_not_know() {
    ObjectNode step = Json.MAPPER.createObjectNode();
    step.put("step", "vary").put("seed", 1).put("sede", 2);
    assertThatThrownBy(() -> Steps.of(step)).hasMessageContaining("sede");
    assertThatThrownBy(() -> Steps.of(Json.MAPPER.createObjectNode().put("step", "vary")))
        .hasMessageContaining("seed");
    assertThatThrownBy(() -> Steps.of(Json.MAPPER.createObjectNode().put("step", "x")))
        .hasMessageContaining("'x'");
  }
}
