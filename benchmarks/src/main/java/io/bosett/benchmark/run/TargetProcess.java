package io.bosett.benchmark.run;

import io.bosett.model.Problem;
import io.bosett.service.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Main class of the child process that takes one measure of the default solver. */
public final class TargetProcess {
  /** The real letter, warm. */
  static final String LETTER = "letter";

  /** The letter again and again with a little changed. */
  static final String SLIDER = "slider";

  /** A million candidates with little memory. */
  static final String MILLION = "million";

  /** Random county bands with minors in few places. */
  static final String BANDS = "bands";

  /** The overlap fit on random scenarios. */
  static final String OVERLAP = "overlap";

  /** The score fit on random scenarios with ties. */
  static final String SCORE = "score";

  /** A thousand scenarios on two threads. */
  static final String VARIED = "varied";

  /** The first solve of a process. */
  static final String FIRST = "first";

  static final List<String> NAMES =
      List.of(LETTER, SLIDER, BANDS, OVERLAP, SCORE, VARIED, FIRST, MILLION);

  private TargetProcess() {}

  /**
   * Takes a measure.
   *
   * @param args its name, and the commit for the record
   */
  public static void main(String[] args) throws Exception {
    Channel channel = Channel.open();
    Map<String, Double> values = values(args[0], channel);
    channel.line(new Measure(args[1], args[0], values, ""));
    channel.done();
    System.exit(0);
  }

  private static Map<String, Double> values(String name, Channel channel) throws Exception {
    return switch (name) {
      case LETTER -> new LetterTarget(letter(), channel).measure();
      case SLIDER -> new SliderTarget(letter(), channel).measure();
      case MILLION -> FirstTarget.million(letter(), channel);
      case BANDS, OVERLAP, SCORE -> new RandomTarget(name, base(name), channel).measure();
      case VARIED -> new VariedTarget(letter(), channel).measure();
      case FIRST -> FirstTarget.measure(letter());
      default -> throw new IllegalArgumentException("there is no measure '" + name + "'");
    };
  }

  private static Problem letter() throws IOException {
    return scenario("letter");
  }

  private static Problem base(String name) throws IOException {
    return scenario(name.equals(BANDS) ? "letter" : name);
  }

  private static Problem scenario(String name) throws IOException {
    return ScenarioLoader.problem(Path.of("models", "norway-2018", name + ".json"), null);
  }
}
