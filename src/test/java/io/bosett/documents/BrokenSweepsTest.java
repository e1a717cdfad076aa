package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.scenario.ParsedScenario;
import io.bosett.documents.sweep.SweepFormat;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import io.bosett.service.ScenarioLoader;
import io.bosett.sweep.plan.ScenarioSource;
import io.bosett.sweep.plan.SweepPlanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every broken sweep gets its own errors at the right places; see {@link BrokenCases}. */
@Tag("slow")
class BrokenSweepsTest {
  private static final Path LETTER = Path.of("models", "norway-2018", "letter.json");

  private static final Pattern AXIS = Pattern.compile("^(/grid|/draws/axes)/\\d+");

  private static final Pattern DEPENDENT = Pattern.compile(" gives /| names /| the axis '");

  private static final String SOUND =
      """
      {
        "name": "sound",
        "scenario": "letter.json",
        "grid": [
          {"name": "minimum", "at": "/places/minimum", "values": [8, 10, 12]},
          {"name": "cap", "cases": {"as written": {}, "without last year": {"places": {"maximumShareOf": null}}}}
        ],
        "draws": {
          "count": 100, "seed": 2018, "method": "sobol",
          "axes": [
            {"name": "employment", "at": "/criteria/employment/weight", "between": [0.1, 0.4]},
            {"name": "demand", "at": "/demand/persons", "triangular": [4000, 4400, 5400]},
            {"name": "quota", "at": "/demand/minors", "of": "demand", "times": 0.0477},
            {"name": "population", "figure": {"indicator": "population", "year": 2017}, "normal": {"relative": 0.02}}
          ]
        },
        "against": {"asked": "requested:2018"},
        "keep": ["totals", "fits", "selected"]
      }
      """;

  static List<BrokenCases.Case> cases() {
    return BrokenCases.read("sweeps.txt");
  }

  private static byte[] document(BrokenCases.Case broken) {
    String bytes = SOUND;
    for (BrokenCases.Edit edit : broken.edits()) {
      bytes = edit.apply(bytes);
    }
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<Violation> violations(byte[] sweep) throws IOException {
    DatasetCatalog datasets = DatasetCatalog.shipped();
    ScenarioSource source = scenario -> ScenarioLoader.compiled(scenario, datasets);
    try {
      SweepPlanner.plan(
          SweepFormat.read(sweep), ParsedScenario.read(Files.readAllBytes(LETTER)), source);
      return List.of();
    } catch (InvalidInputException e) {
      return e.violations();
    }
  }

  @Test
  void the_document_they_start_from_is_sound() throws IOException {
    assertThat(violations(SOUND.getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(Schemas.SWEEP.against(SOUND)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_fault_is_reported_at_its_place(BrokenCases.Case broken) throws IOException {
    assertThat(violations(document(broken)))
        .extracting(Violation::toString)
        .containsExactlyElementsOf(broken.faults())
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_schema_refuses_what_it_can_see(BrokenCases.Case broken) {
    String text = new String(document(broken), StandardCharsets.UTF_8);
    assertThat(!Schemas.SWEEP.takes(text)).isNotEqualTo(broken.beyondSchema());
  }

  /** Places and words of faults; an axis may have another name in the other document. */
  private static Set<String> places(byte[] sweep) throws IOException {
    return violations(sweep).stream()
        .map(fault -> fault.pointer() + " " + fault.detail())
        .map(text -> text.replaceAll("the axis '[^']*'", "the axis"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Both, if neither has a hand in what the other edits. */
  private static byte @Nullable [] together(BrokenCases.Case one, BrokenCases.Case other) {
    try {
      List<BrokenCases.Edit> edits = new ArrayList<>(one.edits());
      edits.addAll(other.edits());
      byte[] first = document(new BrokenCases.Case("", edits, false, List.of()));
      List<BrokenCases.Edit> turned = new ArrayList<>(other.edits());
      turned.addAll(one.edits());
      byte[] second = document(new BrokenCases.Case("", turned, false, List.of()));
      return Arrays.equals(first, second) ? first : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The axes in which a document has faults. */
  private static Set<String> axes(BrokenCases.Case broken) {
    return broken.faults().stream()
        .map(AXIS::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .collect(Collectors.toSet());
  }

  /** Whether the faults are of one axis and hang neither on its field nor on other axes. */
  private static boolean isIndependent(BrokenCases.Case broken) {
    return axes(broken).size() == 1
        && !broken.name().equals("an axis without a pointer")
        && broken.faults().stream().noneMatch(fault -> DEPENDENT.matcher(fault).find());
  }

  /** What two documents have at once is told at once: of pairs with faults in the same axis. */
  @Test
  void two_faults_of_an_axis_are_told_in_one_round() throws IOException {
    List<BrokenCases.Case> all = cases().stream().filter(BrokenSweepsTest::isIndependent).toList();
    List<Set<String>> alone = new ArrayList<>();
    for (BrokenCases.Case broken : all) {
      alone.add(places(document(broken)));
    }
    SoftAssertions told = new SoftAssertions();
    int pairs = 0;
    for (int i = 0; i < all.size(); i++) {
      for (int k = i + 1; k < all.size(); k++) {
        byte @Nullable [] both = together(all.get(i), all.get(k));
        if (both == null || Collections.disjoint(axes(all.get(i)), axes(all.get(k)))) {
          continue;
        }
        Set<String> union = new TreeSet<>(alone.get(i));
        union.addAll(alone.get(k));
        String names = all.get(i).name() + "; " + all.get(k).name();
        told.assertThat(places(both)).as(names).containsAll(union);
        pairs++;
      }
    }
    told.assertAll();
    assertThat(pairs).as("pairs").isGreaterThan(50);
  }
}
