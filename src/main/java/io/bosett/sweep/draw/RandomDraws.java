package io.bosett.sweep.draw;

/** Pseudo-random numbers: SplitMix64 started at a key. */
public record RandomDraws(long key) implements UniformSource {
  @Override
  public double at(long draw) {
    return UniformSource.of(SplitMix64.mix(key + draw * SplitMix64.GAMMA) >>> (Long.SIZE - BITS));
  }
}
