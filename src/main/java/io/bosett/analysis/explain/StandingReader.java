package io.bosett.analysis.explain;

import io.bosett.analysis.explain.CandidateStanding.Hold;
import io.bosett.analysis.explain.CandidateStanding.OfCriterion;
import io.bosett.model.Dataset;
import io.bosett.model.Ids;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Assignment;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.Targets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the standings of the candidates from a result. */
public final class StandingReader {
  private final Problem problem;
  private final Program program;
  private final Assignment assignment;
  private final @Nullable ReducedCosts reducedCosts;
  private final Result.@Nullable Place[] places;

  StandingReader(Problem problem, Program program, Result result) {
    this.problem = problem;
    this.program = program;
    this.assignment = assignment(program, result);
    this.reducedCosts =
        result.certificate() == null ? null : new ReducedCosts(program, result.certificate());
    this.places = new Result.@Nullable Place[program.size()];
    for (Result.Place place : result.places()) {
      places[index(program, place.municipality())] = place;
    }
  }

  /** The assignment of a result. */
  public static Assignment assignment(Program program, Result result) {
    int[] persons = new int[program.size()];
    int[] minors = new int[program.size()];
    for (Result.Place place : result.places()) {
      int i = index(program, place.municipality());
      persons[i] = place.persons();
      minors[i] = place.minors();
    }
    return new Assignment(persons, minors);
  }

  private static int index(Program program, String id) {
    int i = find(program, id);
    if (i < 0) {
      throw new IllegalArgumentException(
          "result asks '" + id + "', which is no candidate of the scenario");
    }
    return i;
  }

  /** The index of a candidate, negative when there is none of this id. */
  public static int find(Program program, String id) {
    return Arrays.binarySearch(program.candidates().ids(), id, Ids.BY_CODE_POINT);
  }

  Assignment assignment() {
    return assignment;
  }

  List<CandidateStanding> all() {
    List<CandidateStanding> all = new ArrayList<>(program.size());
    for (int i = 0; i < program.size(); i++) {
      all.add(of(i));
    }
    return all;
  }

  CandidateStanding of(int i) {
    Dataset dataset = problem.dataset();
    int position = program.candidates().positions()[i];
    List<OfCriterion> targets = targets(i);
    double target = target(program, i);
    return new CandidateStanding(
        program.candidates().ids()[i],
        dataset.name(position),
        dataset.county(position),
        assignment.persons()[i],
        assignment.minors()[i],
        targets,
        target,
        program.candidates().caps()[i],
        holds(i),
        reducedCosts == null ? null : reducedCosts.of(i));
  }

  /** The mean of a candidate's targets, weighted by the criteria. */
  public static double target(Program program, int i) {
    Targets t = program.targets();
    double target = 0;
    for (int c = 0; c < t.criteria().length; c++) {
      target += t.weights()[c] * t.persons()[c][i];
    }
    return target;
  }

  private List<OfCriterion> targets(int i) {
    Targets t = program.targets();
    List<OfCriterion> list = new ArrayList<>();
    for (int c = 0; c < t.criteria().length; c++) {
      list.add(
          new OfCriterion(t.criteria()[c], t.weights()[c], t.persons()[c][i], t.minors()[c][i]));
    }
    return list;
  }

  private List<Hold> holds(int i) {
    List<Hold> holds = new ArrayList<>();
    Result.@Nullable Place place = places[i];
    if (place != null) {
      place.binding().forEach(binding -> holds.add(hold(binding)));
      if (place.minors() > 0 && place.minors() == program.share().minorsOf(place.persons())) {
        holds.add(Hold.SHARE);
      }
      return holds;
    }
    CandidateRanges c = program.candidates();
    if (c.fixed().get(i)) {
      holds.add(Hold.FIXED);
    } else if (c.low()[i] > c.high()[i]) {
      holds.add(Hold.NO_TARGET);
    }
    return holds;
  }

  private static Hold hold(Result.Binding binding) {
    return switch (binding) {
      case CAP -> Hold.CAP;
      case MINIMUM -> Hold.MINIMUM;
      case FIXED -> Hold.FIXED;
      case REGION -> Hold.REGION;
    };
  }
}
