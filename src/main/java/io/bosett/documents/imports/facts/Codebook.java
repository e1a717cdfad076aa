package io.bosett.documents.imports.facts;

import io.bosett.model.County;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetHistory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the places of a file are called: the municipalities of the dataset, those of other years
 * that its {@code names.csv} and {@code changes.csv} know, its counties.
 */
public final class Codebook {
  private static final Pattern NUMBER =
      Pattern.compile("(?:[Kk][-_ .]?)?(\\d{1,6})(?:\\s*[-:.]?\\s+(\\D.*)|\\s*-\\s*(\\D.*))?");
  private static final Pattern COUNTY =
      Pattern.compile("(?:[Ff][-_ .]?)(\\d{1,2})(?:\\s*[-:.]?\\s+(.+))?");
  private static final int FULL = 4;
  private static final int MOST_KEPT = 50_000;

  private final Set<String> current = new HashSet<>();
  private final Set<String> others = new HashSet<>();
  private final Map<String, String> countyOf = new HashMap<>();
  private final Map<String, String> countyIdByName = new HashMap<>();
  private final Set<String> countyIds = new HashSet<>();
  private final PlaceNames names = new PlaceNames();
  private final Map<PlaceText, Place> known = new HashMap<>();
  private final int codeLength;

  public Codebook(Dataset dataset, List<DatasetHistory.Spelling> variants) {
    int length = 0;
    for (int i = 0; i < dataset.size(); i++) {
      String id = dataset.municipality(i);
      current.add(id);
      countyOf.put(id, dataset.county(i));
      names.add(id, dataset.name(i));
      length = id.matches("\\d+") && (i == 0 || length == id.length()) ? id.length() : -1;
    }
    codeLength = length;
    for (County county : dataset.counties().values()) {
      countyIds.add(county.id());
      countyIdByName.put(Spaces.folded(county.name()), county.id());
    }
    for (DatasetHistory.Spelling variant : variants) {
      names.add(variant.code(), variant.name());
      if (!current.contains(variant.code())) {
        others.add(variant.code());
      }
    }
  }

  /** What a label is. */
  public Place place(PlaceText text) {
    Place place = known.get(text);
    if (place == null) {
      place = look(text);
      if (known.size() < MOST_KEPT) {
        known.put(text, place);
      }
    }
    return place;
  }

  /** Whether a text is the name of a county. */
  public boolean isCounty(String text) {
    return countyIdByName.containsKey(Spaces.folded(text));
  }

  private Place look(PlaceText text) {
    String code = text.code();
    String name = text.name();
    if (code.isEmpty() && name.isEmpty()) {
      return Place.of(Place.Kind.BLANK);
    }
    if (current.contains(code)) {
      return named(code, name);
    }
    Place special = special(code, name);
    if (special != null) {
      return special;
    }
    Matcher county = COUNTY.matcher(code);
    if (county.matches()) {
      return Place.of(Place.Kind.COUNTY, county.group(1));
    }
    Matcher number = NUMBER.matcher(code);
    if (number.matches()) {
      String rest = number.group(2) != null ? number.group(2) : number.group(3);
      return numbered(number.group(1), rest == null ? name : rest, text.county());
    }
    return byName(code.isEmpty() ? name : code, text.county());
  }

  private static @Nullable Place special(String code, String name) {
    for (LabelWords.Kind kind :
        List.of(
            LabelWords.Kind.COUNTRY,
            LabelWords.Kind.TOTAL,
            LabelWords.Kind.MEAN,
            LabelWords.Kind.NOWHERE,
            LabelWords.Kind.ELSEWHERE)) {
      if (LabelWords.is(kind, code)
          || LabelWords.is(kind, name)
          || LabelWords.is(kind, afterCode(code))) {
        return Place.of(Place.Kind.valueOf(kind.name()));
      }
    }
    Matcher number = NUMBER.matcher(code);
    if (number.matches() && LabelWords.is(LabelWords.Kind.NOWHERE, number.group(1))) {
      return Place.of(Place.Kind.NOWHERE);
    }
    boolean away = number.matches() && LabelWords.is(LabelWords.Kind.ELSEWHERE, number.group(1));
    return away ? Place.of(Place.Kind.ELSEWHERE) : null;
  }

  private static String afterCode(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return "";
    }
    String rest = number.group(2) != null ? number.group(2) : number.group(3);
    return rest == null ? "" : rest;
  }

  private Place numbered(String digits, String name, String county) {
    String code = digits;
    if (codeLength == FULL && digits.length() == codeLength - 1) {
      code = "0" + digits;
    }
    if (current.contains(code)) {
      return named(code, name);
    }
    if (others.contains(code)) {
      return Place.of(Place.Kind.OTHER_YEAR, code);
    }
    if (digits.matches("0+")) {
      return Place.of(Place.Kind.COUNTRY);
    }
    if (digits.length() <= 2 && codeLength == FULL) {
      return Place.of(Place.Kind.COUNTY, digits);
    }
    if (!name.isEmpty()) {
      Place said = byName(name, county);
      if (said.kind() == Place.Kind.FOUND) {
        return new Place(Place.Kind.DISAGREEING, code, List.of(said.code()));
      }
    }
    return Place.of(Place.Kind.UNKNOWN, code);
  }

  /** A code that is known, with the name beside it. */
  private Place named(String code, String name) {
    if (name.isEmpty()) {
      return Place.of(Place.Kind.FOUND, code);
    }
    PlaceNames.Key key = PlaceNames.key(name);
    Set<String> bearers = names.codes(key.name());
    if (bearers.isEmpty()) {
      return Place.of(Place.Kind.FOUND, code);
    }
    List<String> fitting = inCounty(List.copyOf(bearers), key.county(), "");
    if (fitting.isEmpty()) {
      fitting = List.copyOf(bearers);
    }
    if (fitting.contains(code)) {
      return Place.of(Place.Kind.FOUND, code);
    }
    List<String> now = PlaceNames.within(fitting, current);
    return new Place(Place.Kind.DISAGREEING, code, now.isEmpty() ? fitting : now);
  }

  /** Whether a name is one that the code is not known to bear, though nobody else does. */
  public boolean isNewName(PlaceText text) {
    String name = text.name().isEmpty() ? afterCode(text.code()) : text.name();
    return !name.isEmpty() && !names.isKnown(PlaceNames.key(name).name());
  }

  private Place byName(String text, String county) {
    PlaceNames.Key key = PlaceNames.key(text);
    Set<String> bearers = names.codes(key.name());
    List<String> now = PlaceNames.within(bearers, current);
    List<String> candidates = now.isEmpty() ? List.copyOf(bearers) : now;
    List<String> fitting = inCounty(candidates, key.county(), county);
    if (fitting.size() > 1) {
      return new Place(Place.Kind.AMBIGUOUS, "", fitting);
    }
    if (fitting.size() == 1) {
      String code = fitting.get(0);
      boolean isCurrent = current.contains(code);
      return Place.of(isCurrent ? Place.Kind.FOUND : Place.Kind.OTHER_YEAR, code);
    }
    if (isCounty(text) || isCounty(text.replaceAll("(?i)\\s+fylke$", ""))) {
      return Place.of(Place.Kind.COUNTY);
    }
    return Place.of(Place.Kind.UNKNOWN);
  }

  /** Those whose county is said in the name, or stands around it. */
  private List<String> inCounty(List<String> codes, String said, String around) {
    if (!said.isEmpty()) {
      String start = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
      List<String> fitting =
          codes.stream().filter(code -> countyName(code).startsWith(start)).toList();
      return fitting.isEmpty() && codes.size() == 1 ? codes : fitting;
    }
    if (codes.size() < 2 || around.isEmpty()) {
      return codes;
    }
    String context = Spaces.folded(around);
    List<String> fitting =
        codes.stream()
            .filter(code -> !countyName(code).isEmpty() && context.contains(countyName(code)))
            .toList();
    return fitting.isEmpty() ? codes : fitting;
  }

  private String countyName(String code) {
    String id = countyOf.get(code);
    if (id == null) {
      return "";
    }
    return countyIdByName.entrySet().stream()
        .filter(entry -> entry.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
