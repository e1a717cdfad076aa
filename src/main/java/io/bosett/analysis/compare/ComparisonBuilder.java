package io.bosett.analysis.compare;

import io.bosett.analysis.compare.Comparison.Move;
import io.bosett.analysis.compare.Comparison.Note;
import io.bosett.analysis.compare.Comparison.Note.Kind;
import io.bosett.analysis.compare.Comparison.Outside;
import io.bosett.analysis.compare.Comparison.Summary;
import io.bosett.model.Ids;
import io.bosett.model.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The builder of a comparison. */
final class ComparisonBuilder {
  private static final Comparator<Move> LARGEST_FIRST =
      Comparator.<Move>comparingInt(move -> -Math.abs(move.change()))
          .thenComparing(Move::municipality, Ids.BY_CODE_POINT);

  private final ComparisonContext context;
  private final ComparedAllocation left;
  private final ComparedAllocation right;
  private final List<Move> all = new ArrayList<>();

  ComparisonBuilder(ComparisonContext context, ComparedAllocation left, ComparedAllocation right) {
    this.context = context;
    this.left = left;
    this.right = right;
  }

  Comparison comparison() {
    SortedSet<String> ids = new TreeSet<>(Ids.BY_CODE_POINT);
    ids.addAll(left.persons().keySet());
    ids.addAll(right.persons().keySet());
    ids.forEach(id -> all.add(move(id)));
    long overlap = all.stream().mapToLong(move -> Math.min(move.left(), move.right())).sum();
    return new Comparison(
        summary(left),
        summary(right),
        (int) all.stream().filter(move -> move.left() > 0 && move.right() > 0).count(),
        Math.min(left.total(), right.total()) - overlap,
        overlap,
        all.stream().mapToLong(move -> Math.abs(move.change())).sum(),
        moves(move -> move.left() == 0),
        moves(move -> move.right() == 0),
        moves(move -> move.left() > 0 && move.right() > move.left()),
        moves(move -> move.right() > 0 && move.right() < move.left()),
        notes());
  }

  private Move move(String id) {
    Result.Place reported = context.isKnown(id) ? null : reported(id);
    return new Move(
        id,
        reported == null ? context.name(id) : reported.name(),
        reported == null ? context.county(id) : reported.county(),
        left.personsOf(id),
        right.personsOf(id),
        context.isCandidate(id));
  }

  /** What one of the sides says of a municipality, or null. */
  private Result.@Nullable Place reported(String id) {
    Result.Place first = left.places().get(id);
    return first == null ? right.places().get(id) : first;
  }

  private List<Move> moves(Predicate<Move> which) {
    return all.stream().filter(which).sorted(LARGEST_FIRST).toList();
  }

  private Summary summary(ComparedAllocation side) {
    int outside = 0;
    long personsOutside = 0;
    for (Map.Entry<String, Integer> entry : side.persons().entrySet()) {
      if (!context.isCandidate(entry.getKey())) {
        outside++;
        personsOutside += entry.getValue();
      }
    }
    return new Summary(
        side.label(),
        side.persons().size(),
        side.total(),
        side.minors() == null
            ? null
            : Long.valueOf(side.minors().values().stream().mapToLong(Integer::longValue).sum()),
        new Outside(outside, personsOutside),
        context.fit(side));
  }

  private List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    if (differ(left.datasetHash(), right.datasetHash())) {
      notes.add(new Note(Kind.OTHER_FIGURES, "", 0));
    }
    if (differ(left.scenarioHash(), right.scenarioHash())) {
      notes.add(new Note(context.noteOnFits(), "", 0));
    }
    if (left.total() != right.total()) {
      notes.add(new Note(Kind.TOTALS_DIFFER, "", Math.abs(left.total() - right.total())));
    }
    for (ComparedAllocation side : List.of(left, right)) {
      if (side.suppressed() > 0) {
        notes.add(new Note(Kind.SUPPRESSED, side.label(), side.suppressed()));
      }
    }
    return notes;
  }

  private static boolean differ(@Nullable String a, @Nullable String b) {
    return a != null && b != null && !Objects.equals(a, b);
  }
}
