package dev.kontor.twin.magento.api;

import dev.kontor.twin.magento.ApiError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A path taken apart: {@code /rest/{store}/async/bulk/V1/…}. In a segment a plus sign is a space
 * (magento/observed.md "Catalogue and stock").
 */
record Address(String store, boolean async, boolean bulk, List<String> segments) {

  static Address of(String rawPath, Set<String> stores) {
    List<String> parts = new ArrayList<>(Arrays.asList(rawPath.split("/")));
    parts.removeIf(String::isEmpty);
    parts.removeFirst();
    String store = "default";
    if (!parts.isEmpty() && !parts.getFirst().equals("V1") && !parts.getFirst().equals("async")) {
      store = parts.removeFirst();
      if (!stores.contains(store)) {
        throw ApiError.of(400, "Specified request cannot be processed.");
      }
    }
    boolean async = taken(parts, "async");
    boolean bulk = async && taken(parts, "bulk");
    return new Address(store, async, bulk, parts.stream().map(Address::decoded).toList());
  }

  private static boolean taken(List<String> parts, String name) {
    boolean first = !parts.isEmpty() && parts.getFirst().equals(name);
    if (first) {
      parts.removeFirst();
    }
    return first;
  }

  private static String decoded(String segment) {
    return URLDecoder.decode(segment, StandardCharsets.UTF_8);
  }
}
