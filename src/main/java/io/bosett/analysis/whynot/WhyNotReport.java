package io.bosett.analysis.whynot;

import io.bosett.analysis.Label;
import io.bosett.analysis.stability.CandidateLoss.By;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer.
 *
 * @param weak whether being in some optimum was enough
 * @param municipalities those asked about, ascending by id
 */
public record WhyNotReport(boolean weak, List<OfMunicipality> municipalities) {
  public WhyNotReport {
    municipalities = List.copyOf(municipalities);
  }

  /**
   * The levers of one municipality.
   *
   * @param municipality id
   * @param selected whether the optimum asks it; its levers push it out then
   * @param loss as in a stability analysis, or null
   * @param by what the loss rests on, or null
   * @param levers in the order of {@link Lever}
   */
  public record OfMunicipality(
      String municipality,
      boolean selected,
      @Nullable Long loss,
      @Nullable By by,
      List<LeverAnswer> levers) {
    public OfMunicipality {
      levers = List.copyOf(levers);
    }
  }

  /** The weakest label of all answers. */
  public Label label() {
    return municipalities.stream()
        .flatMap(one -> one.levers().stream())
        .map(LeverAnswer::label)
        .reduce(Label.PROVEN, Label::and);
  }

  /** Whether nothing was cut short, and every answer is proven. */
  public boolean isComplete() {
    return municipalities.stream()
        .flatMap(one -> one.levers().stream())
        .allMatch(LeverAnswer::known);
  }
}
