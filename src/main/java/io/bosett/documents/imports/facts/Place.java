package io.bosett.documents.imports.facts;

import java.util.List;

/**
 * What a label of a row comes to.
 *
 * @param kind what it is
 * @param code of the municipality, where it is one
 * @param choices the codes that a name fits, or the code that a name belongs to
 */
public record Place(Kind kind, String code, List<String> choices) {
  /** What a label may be. */
  public enum Kind {
    /** A municipality of the dataset. */
    FOUND(""),
    /** A municipality of another year. */
    OTHER_YEAR("closed municipality, no figure"),
    COUNTRY("country total"),
    TOTAL("total row"),
    MEAN("mean row"),
    COUNTY("county"),
    NOWHERE("not a municipality"),
    ELSEWHERE("not in the dataset"),
    /** A name that fits several municipalities. */
    AMBIGUOUS(""),
    /** A code with the name of another municipality. */
    DISAGREEING(""),
    UNKNOWN(""),
    BLANK("");

    private final String reason;

    Kind(String reason) {
      this.reason = reason;
    }

    /** Why a row of the kind is left out. */
    public String reason() {
      return reason;
    }
  }

  static Place of(Kind kind) {
    return new Place(kind, "", List.of());
  }

  static Place of(Kind kind, String code) {
    return new Place(kind, code, List.of());
  }

  /** Whether it is a municipality of some year. */
  public boolean isPlace() {
    return switch (kind) {
      case FOUND, OTHER_YEAR, AMBIGUOUS, DISAGREEING -> true;
      default -> false;
    };
  }

  /** Whether it can be told what it is. */
  public boolean isKnown() {
    return kind != Kind.UNKNOWN && kind != Kind.BLANK;
  }
}
