package io.bosett.sweep.plan;

import io.bosett.documents.sweep.Axis.Between;
import io.bosett.documents.sweep.Axis.Distribution;
import io.bosett.documents.sweep.Axis.Normal;
import io.bosett.documents.sweep.Axis.Triangular;
import io.bosett.model.EcmaScriptNumber;
import io.bosett.sweep.draw.NormalQuantile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The numbers of distributions, by their inverse. The same bits on every machine. */
final class Quantiles {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private Quantiles() {}

  /**
   * The number that a distribution has below it with a chance.
   *
   * @param whole whether the field is a whole number: then every whole number of a linear {@code
   *     between} has the same chance, and others are rounded half up
   * @param own the scenario's own number, the mean of a normal distribution that names none
   */
  static BigDecimal number(Distribution axis, boolean whole, double own, double chance) {
    if (whole && axis instanceof Between between && !between.logarithmic()) {
      long least = between.least().longValueExact();
      long count = between.most().longValueExact() - least + 1;
      return BigDecimal.valueOf(least + (long) (chance * count));
    }
    @Nullable Integer digits = whole ? Integer.valueOf(0) : axis.digits();
    return rounded(EcmaScriptNumber.decimal(quantile(axis, own, chance)), digits);
  }

  private static double quantile(Distribution axis, double own, double chance) {
    if (axis instanceof Between between) {
      double least = between.least().doubleValue();
      double most = between.most().doubleValue();
      if (!between.logarithmic()) {
        return least + chance * (most - least);
      }
      double log = StrictMath.log(least);
      return StrictMath.exp(log + chance * (StrictMath.log(most) - log));
    } else if (axis instanceof Normal normal) {
      @Nullable Double given = normal.mean();
      double mean = given == null ? own : given;
      double deviation = normal.deviation() * (normal.relative() ? Math.abs(mean) : 1);
      return mean + deviation * NormalQuantile.of(chance);
    }
    return triangular((Triangular) axis, chance);
  }

  private static double triangular(Triangular axis, double chance) {
    double width = axis.most() - axis.least();
    double left = axis.mode() - axis.least();
    return chance * width < left
        ? axis.least() + Math.sqrt(chance * width * left)
        : axis.most() - Math.sqrt((1 - chance) * width * (axis.most() - axis.mode()));
  }

  /** Half up to so many digits after the point; as it is with null. */
  static BigDecimal rounded(BigDecimal value, @Nullable Integer digits) {
    return digits == null
        ? value
        : value.add(HALF.movePointLeft(digits)).setScale(digits, RoundingMode.FLOOR);
  }
}
