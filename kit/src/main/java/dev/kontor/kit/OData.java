package dev.kontor.kit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** How OData v4 writes literals and addresses. */
public final class OData {

  private OData() {}

  /** A string literal for a filter or key, with its quotes doubled. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The address of one entity by its GUID or number key, e.g. {@code items(42)}. */
  public static String key(String entitySet, String id) {
    return entitySet + "(" + id + ")";
  }

  /**
   * The address of one entity by all parts of its key, texts each, e.g. {@code
   * orders(company='a',number='1')}.
   */
  public static String key(String entitySet, SequencedMap<String, String> parts) {
    return entitySet
        + parts.entrySet().stream()
            .map(part -> part.getKey() + "=" + encoded(quoted(part.getValue())))
            .collect(Collectors.joining(",", "(", ")"));
  }

  /** Percent-encoded for a query, blanks as {@code %20}. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
