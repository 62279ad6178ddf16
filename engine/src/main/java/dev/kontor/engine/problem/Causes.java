package dev.kontor.engine.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the cause of a failure in what is on record about it; pure. */
final class Causes {

  /**
   * @param explanation the row of the catalogue that explains it
   */
  record Found(Cause cause, Explanation explanation) {}

  private static final int LONGEST = 500;

  /** {@code Fault.Invalid} begins with the field; a line may add its article in brackets. */
  private static final Pattern FIELD =
      Pattern.compile(
          "([\\p{L}_][\\p{L}\\p{N}_.\\[\\]-]{0,80}(?:, [\\p{L}_][\\p{L}\\p{N}_.\\[\\]-]{0,80}){0,9})"
              + "(?: \\([^()]{0,80}\\))?: .*",
          Pattern.DOTALL);

  /** Which line it is differs from document to document. */
  private static final Pattern PLACE = Pattern.compile("\\[\\d+]");

  /** So many failures are remembered with their causes, which never change. */
  private static final int REMEMBERED = 20_000;

  private record Failure(String flow, String fault, String reason) {}

  private final Catalogue catalogue;
  private final Map<Failure, Found> remembered =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Failure, Found> eldest) {
              return size() > REMEMBERED;
            }
          });

  Causes(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param fault class of the fault, as stored
   * @param reason as stored
   */
  Found of(String flow, String fault, String reason) {
    Failure failure = new Failure(flow, fault, reason);
    Found known = remembered.get(failure);
    if (known == null) {
      known = found(flow, fault, reason);
      remembered.put(failure, known);
    }
    return known;
  }

  private Found found(String flow, String fault, String reason) {
    Explanation explanation = catalogue.explain(fault, reason);
    String own = explanation.cause();
    String text = own == null ? shortened(Normaliser.of(reason)) : own;
    Cause cause = new Cause(flow, fault, field(reason), text, explanation.keyIn(reason));
    return new Found(cause, explanation);
  }

  private static @Nullable String field(String reason) {
    Matcher field = FIELD.matcher(reason);
    return field.matches() ? PLACE.matcher(field.group(1)).replaceAll("[]") : null;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
