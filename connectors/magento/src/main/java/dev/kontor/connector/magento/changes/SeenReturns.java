package dev.kontor.connector.magento.changes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a poll saw of returns.
 *
 * @param last newest id
 * @param open what is known of each return that is not over, by its id
 * @param more whether something changed besides, for which there was no room
 */
record SeenReturns(String last, Map<String, KnownReturn> open, boolean more) {

  static SeenReturns parse(String text) {
    String[] parts = text.split("/");
    Map<String, KnownReturn> open = new LinkedHashMap<>();
    Stream.of(parts)
        .skip(1)
        .map(part -> part.split(":"))
        .forEach(part -> open.put(part[0], new KnownReturn(part[1], part[2])));
    return new SeenReturns(parts[0], open, false);
  }

  String text() {
    return Stream.concat(
            Stream.of(last),
            open.entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue().order() + ":" + e.getValue().digest()))
        .collect(Collectors.joining("/"));
  }
}
