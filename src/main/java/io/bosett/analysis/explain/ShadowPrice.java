package io.bosett.analysis.explain;

import org.jspecify.annotations.Nullable;

/**
 * The shadow price of a shared rule: what one more unit of it would bring. Gains and targets stay
 * as they are when a limit moves.
 *
 * @param pointer JSON pointer of the rule in the scenario document
 * @param rule its name
 * @param region the name of its region, or null for a rule over all candidates
 * @param text the rule in plain English
 * @param used the sum that it limits
 * @param least its lower limit, or null
 * @param most its upper limit, or null
 * @param marginal the multiplier in persons of objective per unit: what moving the limits up by one
 *     brings at the margin; 0 when the rule does not bind, null when unknown
 * @param up what moving the upper limit (of an equality both) up by one brings, or null when not
 *     computed
 * @param down what moving the lower limit (of an equality both) down by one brings, or null when
 *     not computed
 */
public record ShadowPrice(
    String pointer,
    String rule,
    @Nullable String region,
    String text,
    long used,
    @Nullable Long least,
    @Nullable Long most,
    @Nullable Double marginal,
    @Nullable Effect up,
    @Nullable Effect down) {
  /** Whether the rule binds: the sum is at a limit. */
  public boolean reached() {
    return (least != null && used == least) || (most != null && used == most);
  }
}
