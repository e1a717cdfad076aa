package io.bosett.analysis.stability;

/** On which side a candidate is, in every allocation within a loss. */
public enum Side {
  /** Asked in all of them. */
  ALWAYS,
  /** Asked in none of them. */
  NEVER,
  /** Asked in some, and in others not. */
  TOSS_UP
}
