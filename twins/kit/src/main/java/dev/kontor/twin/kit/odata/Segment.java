package dev.kontor.twin.kit.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One step of a resource path: {@code salesOrders(id)} or {@code salesOrders}. */
public record Segment(String name, @Nullable String key) {
  /** Keys lose quotes and {@code id=}, and are lower case. */
  public static List<Segment> path(String path) {
    List<Segment> segments = new ArrayList<>();
    for (String part : path.split("/")) {
      if (!part.isEmpty()) {
        segments.add(segment(part));
      }
    }
    return segments;
  }

  private static Segment segment(String part) {
    int open = part.indexOf('(');
    if (open < 0 || !part.endsWith(")")) {
      return new Segment(part, null);
    }
    String key = part.substring(open + 1, part.length() - 1);
    String bare = key.startsWith("id=") ? key.substring(3) : key;
    return new Segment(part.substring(0, open), bare.replace("'", "").toLowerCase(Locale.ROOT));
  }
}
