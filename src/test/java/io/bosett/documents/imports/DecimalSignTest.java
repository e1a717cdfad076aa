package io.bosett.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.imports.facts.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decimal sign of a column follows from its numbers, or it is asked for. */
class DecimalSignTest {
  private static final DecimalSign NO_FILE = of();

  private static DecimalSign of(String... numbers) {
    List<Value> values = Stream.of(numbers).map(Value::text).toList();
    return DecimalSign.of(values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {"0.125 .", "0,125 ,", "1.25 .", "1,2345 ,", "1.234.567 ,", "1,234.5 ."})
  void a_number_that_can_be_read_in_one_way_settles_the_sign(String number, char sign) {
    assertThat(of(number).unclear(NO_FILE)).isEmpty();
    assertThat(of(number).sign(NO_FILE)).isEqualTo(sign);
  }

  @Test
  void a_number_of_three_digits_behind_one_sign_is_unclear() {
    assertThat(of("1.234").unclear(NO_FILE)).isEqualTo("1.234");
    assertThat(of("12,345").unclear(NO_FILE)).isEqualTo("12,345");
    assertThat(of("0.125", "1,25").isMixed()).isTrue();
  }
}
