package io.bosett.program.figures;

import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A figure of every municipality of the dataset, after years and shrinkage and before imputation.
 *
 * @param values by position; {@code NaN} where the value is still missing
 * @param shrunk positions without a year of their own, which got the national share
 */
public record RawFigure(double[] values, BitSet shrunk) {
  static RawFigure of(Dataset dataset, Figure figure, @Nullable Shrink shrink) {
    return shrink == null
        ? new RawFigure(WeightedYears.of(dataset, figure).means(dataset.size()), new BitSet())
        : Shrinkage.of(dataset, figure, shrink);
  }
}
