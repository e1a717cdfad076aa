package io.bosett.sweep.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.InvalidInputException;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.sweep.Sweeps;
import io.bosett.sweep.plan.PointSource;
import io.bosett.sweep.plan.SweepPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept from point to point makes no difference to any program. */
@Tag("slow")
final class PointSeriesTest {
  private static final double SHARE = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));
  private static final int POINTS = 12;

  /** Axes of every kind of field that programs are made of, each by itself a sweep. */
  private static final List<String> AXES =
      List.of(
          "{'name': 'weight', 'at': '/criteria/employment/weight', 'between': [0, 0.4]}",
          "{'name': 'strength', 'at': '/criteria/employment/tilt/strength', 'between': [-1, 1]}",
          "{'name': 'steps', 'at': '/criteria/introduction_programme/tilt/strength',"
              + " 'values': [0, 0.3, 0.6]}",
          "{'name': 'power', 'at': '/criteria/population/base/power', 'between': [0.5, 1.5]}",
          "{'name': 'halfLife', 'at': '/criteria/introduction_programme/tilt/years/halfLife',"
              + " 'between': [1, 5]}",
          "{'name': 'prior', 'at': '/criteria/introduction_programme/tilt/shrink/prior',"
              + " 'values': [0, 20, 50]}",
          "{'name': 'minimum', 'at': '/places/minimum', 'between': [1, 20]}",
          "{'name': 'per1000', 'at': '/places/maximumPer1000/value', 'between': [5, 20],"
              + " 'scale': 'log', 'digits': 2}",
          "{'name': 'demand', 'at': '/demand/persons', 'triangular': [3000, 4400, 9000]}",
          "{'name': 'quota', 'at': '/demand/minors', 'between': [0, 400]}",
          "{'name': 'group', 'at': '/minors/minimumGroup', 'between': [1, 5]}",
          "{'name': 'share', 'at': '/selection/share', 'between': [0.3, 0.7]}",
          "{'name': 'population', 'figure': {'indicator': 'population', 'year': 2017},"
              + " 'normal': {'relative': 0.05}}");

  /** Cases, which change everything else: they stand in the grid. */
  private static final List<String> CASES =
      List.of(
          "{'name': 'fit', 'at': '/fit', 'values': ['proportional', 'overlap', 'score']}",
          "{'name': 'candidates', 'cases': {'as written': {},"
              + " 'all but two': {'candidates': {'exclude': ['0301', '1103']}}}}",
          "{'name': 'cap', 'cases': {'as written': {}, 'off': {'places': {'maximumShareOf': null}},"
              + " 'of fifty': {'places': {'maximum': 50}}}}",
          "{'name': 'who', 'cases': {'as written': {},"
              + " 'listed': {'minors': {'candidates': ['0301', '1103', '1201', '1902']}}}}",
          "{'name': 'region', 'cases': {'none': {}, 'two': {'regions':"
              + " [{'county': '03', 'persons': {'atMost': 300}},"
              + " {'name': 'cities', 'municipalities': ['1103', '1201', '1902'],"
              + " 'selected': {'atLeast': 2}}]}}}",
          "{'name': 'fixed', 'cases': {'none': {},"
              + " 'Bergen': {'fixed': [{'municipality': '1201', 'persons': 100}]}}}",
          "{'name': 'before', 'cases': {'unknown': {}, 'known': {'previous':"
              + " {'allocation': {'0301': 300, '1201': 50}, 'costPerSwitch': 0.5}}}}");

  @TempDir private static Path folder;

  private static PointSource source(List<String> grid, List<String> axes, long seed)
      throws IOException {
    String draws = String.join(",", axes);
    String sweep =
        "{'scenario': 's', 'grid': ["
            + String.join(",", grid)
            + "], 'draws': {'count': 1000, 'seed': "
            + seed
            + ", 'method': 'random', 'axes': ["
            + draws
            + "]}}";
    String letter = Files.readString(Sweeps.LETTER);
    Path file = folder.resolve("letter.json");
    Files.writeString(file, letter.replaceFirst("\"base\": \\{", "\"base\": {\"power\": 1, "));
    return Sweeps.plan(file, sweep.replace('\'', '"')).source();
  }

  /** A program, or the faults for which there is none. */
  private static Object compiled(Supplier<Program> compiler) {
    try {
      return compiler.get();
    } catch (InvalidInputException e) {
      return e.violations();
    }
  }

  private static void isTheFreshOne(PointSeries series, SweepPoint point) {
    Object kept = compiled(() -> series.of(point).problem().program());
    Object fresh = compiled(() -> Compiler.compile(point.problem()));
    assertThat(kept)
        .as("point %s, %s", point.number(), point.values())
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .isEqualTo(fresh);
  }

  static Stream<String> everyAxis() {
    return Stream.concat(AXES.stream(), CASES.stream());
  }

  @ParameterizedTest
  @MethodSource("everyAxis")
  void along_every_axis_the_program_is_the_fresh_one(String axis) throws IOException {
    boolean drawn = AXES.contains(axis);
    PointSource source =
        drawn
            ? source(List.of(), List.of(axis), 1)
            : source(List.of(axis), List.of(AXES.get(0)), 1);
    PointSeries series = new PointSeries(new Decomposition(), SolveOptions.DEFAULT);
    for (long number = 0; number < POINTS; number++) {
      isTheFreshOne(series, source.point(number));
    }
  }

  @Test
  void in_random_sweeps_in_any_order_the_program_is_the_fresh_one() throws IOException {
    long sweeps = Math.max(2, Math.round(100 * SHARE));
    for (long seed : LongStream.range(0, sweeps).toArray()) {
      System.out.println("sweep of seed " + seed);
      Random random = new Random(seed);
      PointSource source = source(some(CASES, random), some(AXES, random), seed);
      PointSeries series = new PointSeries(new Decomposition(), SolveOptions.DEFAULT);
      for (int k = 0; k < POINTS; k++) {
        isTheFreshOne(series, source.point(random.nextInt(1000)));
      }
    }
  }

  /** At least one, in any order, no two that write the same field. */
  private static List<String> some(List<String> all, Random random) {
    List<String> chosen = new ArrayList<>(all);
    Collections.shuffle(chosen, random);
    return chosen.subList(0, 1 + random.nextInt(3));
  }
}
