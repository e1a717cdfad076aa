package io.bosett.analysis;

import io.bosett.model.Band;
import io.bosett.model.Demand;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import java.math.BigDecimal;
import java.util.Optional;

/** Sets a value at a JSON pointer of a scenario, independently of the code under test. */
final class DocumentEdit {
  private final Scenario s;
  private final String[] path;
  private final BigDecimal value;

  private DocumentEdit(Scenario s, String pointer, String value) {
    this.s = s;
    this.path = pointer.substring(1).split("/");
    this.value = value.matches("true|false") ? BigDecimal.ZERO : new BigDecimal(value);
  }

  /** The changed scenario, or nothing when the value is negative or a share above 1. */
  static Optional<Scenario> of(Scenario s, String pointer, String value) {
    DocumentEdit edit = new DocumentEdit(s, pointer, value);
    boolean share = pointer.matches(".*([sS]hare|tolerance)$");
    boolean outside = share && edit.value.compareTo(BigDecimal.ONE) > 0;
    boolean least = pointer.matches("/demand/persons|/places/minimum|/minors/minimumGroup");
    if (edit.value.signum() < 0 || outside || (least && edit.value.signum() == 0)) {
      return Optional.empty();
    }
    return Optional.of(edit.changed(value));
  }

  private Scenario changed(String text) {
    return switch (path[0]) {
      case "demand" ->
          path[1].equals("persons")
              ? s.withDemand(new Demand(value.intValueExact(), s.demand().minors()))
              : s.withDemand(new Demand(s.demand().persons(), value.intValueExact()));
      case "places" -> s.withPlaces(places());
      case "selection" -> s.withSelection(selection());
      case "minors" -> s.withMinors(minors());
      case "regions" -> s.withRegion(Integer.parseInt(path[1]), region());
      default -> s.withFixed(Integer.parseInt(path[1]), fixed(text));
    };
  }

  private Places places() {
    Places p = s.places();
    return new Places(
        path[1].equals("minimum") ? value.intValueExact() : p.minimum(),
        path[1].equals("maximum") ? Integer.valueOf(value.intValueExact()) : p.maximum(),
        path[1].equals("maximumShareOf")
            ? new Places.ShareOf(p.maximumShareOf().cell(), value)
            : p.maximumShareOf(),
        path[1].equals("maximumPer1000")
            ? new Places.Per1000(p.maximumPer1000().cell(), value)
            : p.maximumPer1000());
  }

  private Selection selection() {
    if (s.selection() instanceof Selection.Share share) {
      return path[1].equals("share")
          ? new Selection.Share(value, share.tolerance())
          : new Selection.Share(share.share(), value);
    }
    Selection.Count c = (Selection.Count) s.selection();
    return path[1].equals("atLeast")
        ? new Selection.Count(value.intValueExact(), c.atMost())
        : new Selection.Count(c.atLeast(), value.intValueExact());
  }

  private Minors minors() {
    Minors m = s.minors();
    return switch (path[1]) {
      case "minimumGroup" -> m.withMinimumGroup(value.intValueExact());
      case "maximumShare" -> m.withMaximumShare(value);
      case "maximum" -> m.withMaximum(value.intValueExact());
      case "municipalities" -> m.withMunicipalitiesAtMost(value.intValueExact());
      default -> m.withCandidates(who(m));
    };
  }

  private Minors.Who who(Minors m) {
    Minors.Who.Condition c = (Minors.Who.Condition) m.candidates();
    return path[2].equals("atLeast")
        ? new Minors.Who.Condition(c.cell(), value, c.atMost())
        : new Minors.Who.Condition(c.cell(), c.atLeast(), value);
  }

  private Region region() {
    Region r = s.regions().get(Integer.parseInt(path[1]));
    return new Region(
        r.name(),
        r.county(),
        r.municipalities(),
        path[2].equals("persons") ? band(r.persons()) : r.persons(),
        path[2].equals("minors") ? band(r.minors()) : r.minors(),
        path[2].equals("selected") ? band(r.selected()) : r.selected());
  }

  private Band band(Band band) {
    return path[3].equals("atLeast")
        ? new Band(value.intValueExact(), band.atMost())
        : new Band(band.atLeast(), value.intValueExact());
  }

  private Fixed fixed(String text) {
    Fixed f = s.fixed().get(Integer.parseInt(path[1]));
    return switch (path[2]) {
      case "persons" ->
          new Fixed(f.municipality(), value.intValueExact(), f.minors(), f.selected());
      case "minors" ->
          new Fixed(f.municipality(), f.persons(), value.intValueExact(), f.selected());
      default -> new Fixed(f.municipality(), f.persons(), f.minors(), Boolean.valueOf(text));
    };
  }
}
