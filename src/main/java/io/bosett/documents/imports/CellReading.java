package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.ImportFindings;
import io.bosett.documents.imports.facts.LabelWords;
import io.bosett.documents.imports.facts.Question;
import io.bosett.documents.imports.facts.Spaces;
import io.bosett.documents.imports.facts.Value;
import io.bosett.documents.imports.read.CellForm;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the cells of one indicator: numbers, signs with a meaning, texts. Asks where decimal comma
 * and thousands separator cannot be told apart.
 *
 * <p>An empty cell, {@code .} and {@code ..} are missing, {@code :} is suppressed; other signs are
 * asked about ({@code --marker}); what looks like a number and is none refuses the import. The
 * decimal sign is learned from all cells of the indicator ({@code DecimalSign}).
 */
final class CellReading {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(?:\\.\\d{1,30})?");
  private static final Pattern WORDS = Pattern.compile("[\\p{L}][\\p{L} ,.-]*\\s[\\p{L} ,.-]*");

  private final String indicator;
  private final ImportAnswers answers;
  private final ImportFindings findings;
  private char sign = '.';

  CellReading(String indicator, ImportAnswers answers, ImportFindings findings) {
    this.indicator = indicator;
    this.answers = answers;
    this.findings = findings;
  }

  /** What a cell is: a number, nothing, or something kept secret. */
  record Figure(ImportAnswers.Meaning meaning, String number) {
    static final Figure MISSING = new Figure(ImportAnswers.Meaning.MISSING, "");
    static final Figure SUPPRESSED = new Figure(ImportAnswers.Meaning.SUPPRESSED, "");

    static Figure of(String number) {
      return new Figure(ImportAnswers.Meaning.ZERO, number);
    }

    boolean isNumber() {
      return !number.isEmpty();
    }

    boolean isSuppressed() {
      return meaning == ImportAnswers.Meaning.SUPPRESSED;
    }

    boolean isPositive() {
      return isNumber() && decimal().signum() > 0;
    }

    BigDecimal decimal() {
      return new BigDecimal(number);
    }
  }

  /** Finds the decimal sign of all cells of the indicator, or asks for it. */
  void learn(Collection<Value> values, DecimalSign file) {
    DecimalSign own = DecimalSign.of(values);
    Character said = answers.decimalSign();
    String unclear = own.unclear(file);
    if (said != null) {
      sign = said;
    } else if (own.isMixed()) {
      findings.refuse("'" + indicator + "' has numbers with a decimal point and a decimal comma");
    } else if (!unclear.isEmpty()) {
      String whole = unclear.replaceAll("[.,]", "");
      findings.ask(
          "'"
              + indicator
              + "': "
              + unclear
              + " may be "
              + whole
              + " or "
              + unclear.replace(',', '.')
              + ", for every number has three digits after the sign",
          "--decimal point|comma",
          Question.Form.among("decimal", "", List.of("point", "comma")));
    } else {
      sign = own.sign(file);
    }
  }

  Figure read(Value value) {
    String text = value.text();
    if (value.isEmpty()) {
      return Figure.MISSING;
    }
    if (value.isTyped()) {
      return Figure.of(text);
    }
    ImportAnswers.Meaning said = answers.markers().get(Spaces.folded(text));
    if (said != null) {
      return said(text, said);
    }
    if (text.equals(".") || text.equals("..")) {
      return Figure.MISSING;
    }
    if (text.equals(":")) {
      return Figure.SUPPRESSED;
    }
    if (CellForm.isNumber(value)) {
      return number(text);
    }
    return other(text);
  }

  private Figure said(String text, ImportAnswers.Meaning meaning) {
    return switch (meaning) {
      case ZERO -> Figure.of("0");
      case SUPPRESSED -> Figure.SUPPRESSED;
      case MISSING -> {
        findings.skip(text, "missing, not zero");
        yield Figure.MISSING;
      }
    };
  }

  private Figure number(String text) {
    if (text.endsWith("*")) {
      findings.warn("'" + indicator + "' has provisional figures, such as " + text);
    }
    String plain = DecimalSign.plain(text, sign);
    if (!DECIMAL.matcher(plain).matches()) {
      findings.refuse("'" + indicator + "' has the cell '" + text + "', which is no number");
      return Figure.MISSING;
    }
    return Figure.of(plain.startsWith("-0") || plain.startsWith("0") ? trimmed(plain) : plain);
  }

  private static String trimmed(String plain) {
    return plain.replaceFirst("^(-?)0+(?=\\d)", "$1");
  }

  /** Several words are a remark instead of a figure, unless they speak of secrecy. */
  private Figure other(String text) {
    if (WORDS.matcher(text).matches() && !LabelWords.contains(LabelWords.Kind.HIDDEN, text)) {
      findings.skip(text, "text in place of a figure: missing");
      return Figure.MISSING;
    }
    findings.ask(
        "'" + indicator + "' has cells '" + text + "': what does that mean?",
        "--marker '" + text + "'=missing|zero|suppressed",
        Question.Form.among("marker", text + "=", List.of("missing", "zero", "suppressed")));
    return Figure.MISSING;
  }
}
