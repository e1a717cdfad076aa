package io.bosett.documents.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a municipality has its number, for three readers.
 *
 * @param sentence for everybody
 * @param paragraph for an analyst: targets by criterion, what holds the number, and how far it is
 *     from changing; a sentence each
 * @param figures for an auditor: all digits, a line each
 */
public record Layers(String sentence, List<String> paragraph, List<String> figures) {
  public Layers {
    paragraph = List.copyOf(paragraph);
    figures = List.copyOf(figures);
  }

  /** The paragraph as one text. */
  public String paragraphText() {
    return String.join(" ", paragraph);
  }

  /** All sentences and lines in the order of the layers. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(sentence));
    lines.addAll(paragraph);
    lines.addAll(figures);
    return lines;
  }
}
