package io.bosett.documents.imports;

import java.math.BigDecimal;

/**
 * The figures of one indicator and year, added up.
 *
 * @param indicator the id
 * @param year the year
 * @param numbers how many municipalities have a number
 * @param suppressed how many have a figure that is kept secret
 * @param sum of the numbers
 * @param total that the file itself has, or the empty text
 */
public record ColumnSum(
    String indicator, int year, int numbers, int suppressed, BigDecimal sum, String total) {
  /** Whether the file has a total, and it is another. */
  public boolean isContradicted() {
    return !total.isEmpty() && new BigDecimal(total).compareTo(sum) != 0;
  }
}
