package io.bosett.cli.flags;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an exact decimal. */
public final class DecimalConverter implements ITypeConverter<BigDecimal> {
  @Override
  public BigDecimal convert(String word) {
    try {
      return new BigDecimal(word);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + word + "' is not a decimal such as 0.001");
    }
  }
}
