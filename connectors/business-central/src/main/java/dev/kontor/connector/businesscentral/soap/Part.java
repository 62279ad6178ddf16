package dev.kontor.connector.businesscentral.soap;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of a request.
 *
 * @param text null if it holds others
 */
record Part(String name, @Nullable String text, List<Part> parts) {

  Part {
    parts = List.copyOf(parts);
  }

  static Part of(String name, String text) {
    return new Part(name, text, List.of());
  }

  static Part of(String name, Stream<Part> parts) {
    return new Part(name, null, parts.toList());
  }
}
