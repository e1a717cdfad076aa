package io.bosett.sweep.draw;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * A Sobol sequence (Joe and Kuo's direction numbers, by Hipparchus), each dimension with a digital
 * shift of its own: its 52 bits XOR the key's. Dimensions of one sequence share a generator, which
 * computes them all at once; not for several threads.
 */
public final class SobolDraws {
  private final SobolSequenceGenerator generator;
  private int current = -1;
  private double[] point = {};

  private SobolDraws(int dimensions) {
    generator = new SobolSequenceGenerator(dimensions);
  }

  /**
   * One source for each dimension.
   *
   * @param keys of the axes; the dimension is the place in the list
   */
  public static List<UniformSource> of(List<Long> keys) {
    List<UniformSource> sources = new ArrayList<>();
    if (!keys.isEmpty()) {
      SobolDraws sequence = new SobolDraws(keys.size());
      for (int i = 0; i < keys.size(); i++) {
        int dimension = i;
        long shift = keys.get(i) >>> (Long.SIZE - UniformSource.BITS);
        sources.add(draw -> UniformSource.of(sequence.bits(dimension, draw) ^ shift));
      }
    }
    return sources;
  }

  private long bits(int dimension, long draw) {
    int index = Math.toIntExact(draw);
    if (index != current) {
      point = generator.skipTo(index);
      current = index;
    }
    return (long) (point[dimension] * 0x1p52);
  }
}
