package dev.kontor.twin.financeoperations.odata;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a resource path: {@code SalesOrderHeadersV2(dataAreaId='x',SalesOrderNumber='1')}.
 *
 * @param key what stands in the brackets, null without
 */
record Address(String name, @Nullable String key) {

  /** The steps of a path as it was sent; a slash inside a key must be encoded. */
  static List<Address> path(String rawPath) {
    List<Address> steps = new ArrayList<>();
    for (String part : rawPath.split("/")) {
      if (!part.isEmpty()) {
        steps.add(step(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8)));
      }
    }
    return steps;
  }

  private static Address step(String part) {
    int open = part.indexOf('(');
    return open < 0 || !part.endsWith(")")
        ? new Address(part, null)
        : new Address(part.substring(0, open), part.substring(open + 1, part.length() - 1));
  }
}
