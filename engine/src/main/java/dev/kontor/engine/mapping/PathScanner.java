package dev.kontor.engine.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of a plain path into steps. */
final class PathScanner {

  private static final Pattern STEP =
      Pattern.compile(
          "(?<dot>\\.?)(?:`(?<quoted>[^`]+)`|(?<name>[\\p{L}_$][\\p{L}\\p{N}_-]*))"
              + "|\\[(?<index>-?\\d{1,6})]");

  private PathScanner() {}

  static List<SourcePath.Step> steps(String text) {
    List<SourcePath.Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!step.region(at, text.length()).lookingAt()) {
        throw refused(text, at);
      }
      if (step.group("index") != null) {
        steps.add(new SourcePath.Step.Index(Integer.parseInt(step.group("index"))));
      } else if (step.group("dot").isEmpty() == steps.isEmpty()) {
        String quoted = step.group("quoted");
        steps.add(new SourcePath.Step.Field(quoted == null ? step.group("name") : quoted));
      } else {
        throw refused(text, at);
      }
      at = step.end();
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("is empty");
    }
    return steps;
  }

  private static IllegalArgumentException refused(String text, int at) {
    return new IllegalArgumentException(
        "'" + text + "' is no plain path from character " + (at + 1) + " on");
  }
}
