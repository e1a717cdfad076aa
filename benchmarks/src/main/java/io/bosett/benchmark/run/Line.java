package io.bosett.benchmark.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of a results file. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Session.class, name = "session"),
  @JsonSubTypes.Type(value = Heat.class, name = "heat"),
  @JsonSubTypes.Type(value = SkippedHeat.class, name = "skipped"),
  @JsonSubTypes.Type(value = Measure.class, name = "measure")
})
public sealed interface Line permits Session, Heat, SkippedHeat, Measure {
  /** The commit of the code that was run. */
  String commit();
}
