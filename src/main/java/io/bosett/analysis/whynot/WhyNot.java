package io.bosett.analysis.whynot;

import io.bosett.analysis.Label;
import io.bosett.analysis.session.ScenarioVariants;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.stability.CandidateLoss.By;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.analysis.stability.Stability;
import io.bosett.analysis.weights.CriterionWeights;
import io.bosett.analysis.weights.Shares;
import io.bosett.analysis.weights.WeightsAnalysis;
import io.bosett.analysis.whynot.WhyNotReport.OfMunicipality;
import io.bosett.model.Candidates;
import io.bosett.model.Ids;
import io.bosett.model.Scenario;
import io.bosett.solve.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The analysis "why not us". Scans of what all municipalities share, and the weights, are done once
 * for all who are asked about; their own figures one by one.
 */
public final class WhyNot {
  private final SolveSession session;
  private final WhyNotOptions options;
  private List<CriterionWeights> weights = List.of();

  private WhyNot(SolveSession session, WhyNotOptions options) {
    this.session = session;
    this.options = options;
  }

  /** The levers of the municipalities asked about; none without a proven optimum. */
  public static WhyNotReport of(SolveSession session, WhyNotOptions options) {
    WhyNot asked = new WhyNot(session, options);
    List<OfMunicipality> found = session.hasOptimum() ? asked.municipalities() : List.of();
    return new WhyNotReport(options.weak(), found, asked.weights);
  }

  private List<OfMunicipality> municipalities() {
    List<String> ids = options.municipalities();
    if (ids == null) {
      return of(false, session.candidates(false));
    }
    List<OfMunicipality> found = new ArrayList<>();
    for (String id : ids) {
      int i = index(id);
      if (i < 0) {
        LeverAnswer answer = madeCandidate(id);
        found.add(new OfMunicipality(id, false, null, null, List.of(answer)));
      }
    }
    for (boolean isSelected : new boolean[] {false, true}) {
      int[] asked = ids.stream().mapToInt(this::index).filter(i -> i >= 0).toArray();
      int[] some = IntStream.of(asked).filter(i -> session.isSelected(i) == isSelected).toArray();
      found.addAll(some.length == 0 ? List.of() : of(isSelected, some));
    }
    found.sort(Comparator.comparing(OfMunicipality::municipality, Ids.BY_CODE_POINT));
    return found;
  }

  private int index(String id) {
    return Arrays.binarySearch(session.program().candidates().ids(), id, Ids.BY_CODE_POINT);
  }

  /** All selected, or none of them. A selected one is to be pushed out by what all share. */
  private List<OfMunicipality> of(boolean isSelected, int... candidates) {
    List<CandidateStability> losses = Stability.exact(session, candidates);
    List<Map<Integer, LeverAnswer>> shared = new ArrayList<>();
    Goal goal = new Goal(isSelected, options.weak());
    for (SharedScan scan : new SharedLevers(session, options.upTo(), isSelected).all()) {
      shared.add(scan.answers(candidates, goal));
    }
    weights = WeightsAnalysis.of(session, null, candidates).criteria();
    List<List<List<Shares>>> doubtful =
        weights.stream().map(CriterionWeights::doubtfulByCandidate).toList();
    List<OwnFigure> figures =
        isSelected ? List.of() : OwnFigure.of(session.problem().scenario(), session.dataset());
    List<@Nullable LeverAnswer> own =
        session.map(
            candidates.length * figures.size(),
            k -> own(candidates[k / figures.size()], figures.get(k % figures.size())));
    List<OfMunicipality> all = new ArrayList<>();
    for (int k = 0; k < candidates.length; k++) {
      List<LeverAnswer> levers = new ArrayList<>();
      levers.add(nothing(losses.get(k)));
      for (Map<Integer, LeverAnswer> answers : shared) {
        levers.add(Objects.requireNonNull(answers.get(candidates[k])));
      }
      for (int w = 0; w < weights.size(); w++) {
        LeverAnswer weight = new WeightLever(session, weights.get(w), isSelected).answer(k);
        boolean isOpen = weight.in() != null;
        levers.add(isOpen ? weight.withDoubtful(doubtful.get(w).get(k)) : weight);
      }
      for (int f = 0; f < figures.size(); f++) {
        LeverAnswer one = own.get(k * figures.size() + f);
        levers.add(
            one == null
                ? LeverAnswer.unknown(figures.get(f).lever(), figures.get(f).indicator())
                : one);
      }
      levers.sort(Comparator.comparing(LeverAnswer::lever));
      CandidateStability loss = losses.get(k);
      all.add(new OfMunicipality(loss.municipality(), isSelected, loss.loss(), loss.by(), levers));
    }
    return all;
  }

  private LeverAnswer own(int candidate, OwnFigure figure) {
    String id = session.program().candidates().ids()[candidate];
    return OwnFigureScan.answer(session, figure, id, options.weak());
  }

  private static LeverAnswer nothing(CandidateStability loss) {
    boolean known = loss.by() == By.SOLVE;
    if (known && loss.loss() == null) {
      Remark why = loss.selected() ? Remark.NO_ALLOCATION_WITHOUT : Remark.NO_ALLOCATION;
      return LeverAnswer.remark(
          Lever.NOTHING, null, Standing.label(Label.PROVEN, loss.certified()), why);
    }
    return new LeverAnswer(
        Lever.NOTHING,
        null,
        null,
        null,
        null,
        loss.loss() == null ? null : BigDecimal.valueOf(loss.loss()),
        null,
        null,
        null,
        null,
        null,
        Standing.label(Label.PROVEN, loss.certified()),
        loss.instead() == null ? List.of() : loss.instead(),
        null,
        known);
  }

  /** Whether it would be in if it were a candidate. */
  private LeverAnswer madeCandidate(String id) {
    Scenario scenario = session.problem().scenario();
    Variant variant =
        new ScenarioVariants(session).of(scenario.withCandidates(with(id, scenario.candidates())));
    List<@Nullable LeverAnswer> answer = session.map(1, k -> asCandidate(id, variant));
    LeverAnswer found = answer.get(0);
    return found == null ? LeverAnswer.unknown(Lever.CANDIDATE, null) : found;
  }

  private LeverAnswer asCandidate(String id, @Nullable Variant variant) {
    int i =
        variant == null
            ? -1
            : Arrays.binarySearch(variant.program().candidates().ids(), id, Ids.BY_CODE_POINT);
    if (variant == null || i < 0) {
      return LeverAnswer.remark(Lever.CANDIDATE, null, Label.PROVEN, Remark.FIGURE_MISSING);
    }
    session.plan(1);
    SolvedVariant at = SolvedVariant.of(session, variant);
    Standing standing = at.standing(i, options.weak());
    return new LeverAnswer(
        Lever.CANDIDATE,
        null,
        null,
        BigDecimal.ZERO,
        standing.isIn() ? BigDecimal.ZERO : null,
        standing.isIn() ? BigDecimal.ONE : null,
        null,
        BigDecimal.ONE,
        null,
        null,
        null,
        Standing.label(Label.PROVEN, standing.certified()),
        standing.isIn() ? at.changes(standing) : List.of(),
        null,
        standing.isKnown());
  }

  private static Candidates with(String id, Candidates before) {
    List<String> include = before.include() == null ? List.of() : before.include();
    List<String> included = new ArrayList<>(include);
    boolean isListed = before.settledIn() != null || before.include() != null;
    if (!included.contains(id)) {
      included.add(id);
    }
    List<String> excluded = before.exclude().stream().filter(one -> !one.equals(id)).toList();
    return before.withInclude(isListed ? included : null).withExclude(excluded);
  }
}
