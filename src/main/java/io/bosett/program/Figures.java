package io.bosett.program;

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
final class Figures {
  private final Dataset dataset;
  private final Map<Source, RawFigure> raw = new HashMap<>();

  Figures(Dataset dataset) {
    this.dataset = dataset;
  }

  /** The figure before imputation. */
  RawFigure raw(Source source) {
    return raw.computeIfAbsent(
        new Source(source.figure, source.shrink, null),
        key -> RawFigure.of(dataset, key.figure, key.shrink));
  }

  /** The source of the values of a base or tilt: figure, shrinkage and imputation. */
  record Source(Figure figure, @Nullable Shrink shrink, @Nullable Missing missing) {
    static Source of(Base base) {
      return new Source(base.figure(), null, base.missing());
    }

    static Source of(Tilt tilt) {
      return new Source(tilt.figure(), tilt.shrink(), tilt.missing());
    }
  }
}
