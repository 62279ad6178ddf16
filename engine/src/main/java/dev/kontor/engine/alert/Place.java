package dev.kontor.engine.alert;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where in the console somebody who signs in sees what a finding tells of, and can act. */
final class Place {

  private static final String UNFINISHED = "&state=ready&state=waiting&state=retrying&state=dead";

  private Place() {}

  /** Its address, null if nobody said where the administration is. */
  static @Nullable URI link(@Nullable URI administration, Finding finding) {
    if (administration == null) {
      return null;
    }
    String base = administration.toString();
    return URI.create(base + (base.endsWith("/") ? "" : "/") + "#/" + page(finding));
  }

  /** The page's address behind {@code #/}. */
  static String page(Finding finding) {
    String subject = encoded(finding.subject());
    return switch (finding.rule()) {
      case FAILURE -> finding.problem() == null ? "problems" : "problems/" + finding.problem();
      case AGE, SLA -> "messages?flow=" + subject + UNFINISHED;
      case BUDGET, SILENCE, UNREACHABLE -> connection(subject);
      case DRIFT -> flow(subject);
      case PAUSED -> paused(finding.cause(), subject);
      case RECEIVER -> "alerts";
    };
  }

  private static String paused(String cause, String subject) {
    if (cause.startsWith("connection:")) {
      return connection(subject);
    }
    return cause.startsWith("flow:") ? flow(subject) : "connections";
  }

  private static String connection(String name) {
    return "connections/" + name;
  }

  private static String flow(String name) {
    return "connections?flow=" + name;
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
