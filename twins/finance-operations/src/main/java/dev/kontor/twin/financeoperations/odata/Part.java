package dev.kontor.twin.financeoperations.odata;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One part of a multipart body: headers in lower case and what follows the blank line. */
record Part(Map<String, String> headers, String content) {
  boolean isMultipart() {
    return type().startsWith("multipart/mixed");
  }

  String type() {
    return headers.getOrDefault("content-type", "");
  }

  /** Reads headers up to the blank line. */
  static Part of(String text) {
    int blank = text.indexOf("\n\n");
    String head = blank < 0 ? text : text.substring(0, blank);
    Map<String, String> headers = new HashMap<>();
    head.lines()
        .filter(line -> line.contains(":"))
        .forEach(
            line ->
                headers.put(
                    line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT),
                    line.substring(line.indexOf(':') + 1).strip()));
    return new Part(headers, blank < 0 ? "" : text.substring(blank + 2));
  }
}
