package io.bosett.program.figures;

import io.bosett.model.Criterion.Base;
import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Criterion.Tilt;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.Missing;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of a dataset that criteria use, each computed once. */
public final class Figures {
  private final Dataset dataset;
  private final Map<Source, RawFigure> raw = new HashMap<>();

  public Figures(Dataset dataset) {
    this.dataset = dataset;
  }

  /** The figure before imputation. */
  public RawFigure raw(Source source) {
    return raw.computeIfAbsent(
        new Source(source.figure, source.shrink, null),
        key -> RawFigure.of(dataset, key.figure, key.shrink));
  }

  /** The source of the values of a base or tilt: figure, shrinkage and imputation. */
  public record Source(Figure figure, @Nullable Shrink shrink, @Nullable Missing missing) {
    /** Quick, as a compiler asks for every source a dozen times. */
    @Override
    public int hashCode() {
      return 31 * figure.indicator().hashCode() + figure.to();
    }

    public static Source of(Base base) {
      return new Source(base.figure(), null, base.missing());
    }

    public static Source of(Tilt tilt) {
      return new Source(tilt.figure(), tilt.shrink(), tilt.missing());
    }
  }
}
