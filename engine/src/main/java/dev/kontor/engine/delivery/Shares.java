package dev.kontor.engine.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** What the rounds of one transaction store in common. */
final class Shares {

  private Shares() {}

  static void store(Connection connection, List<Round.Part<?>> parts) throws SQLException {
    IdentityHashMap<Round.Together<?>, List<Round.Part<?>>> alike = new IdentityHashMap<>();
    List<Round.Together<?>> inOrder = new ArrayList<>();
    for (Round.Part<?> part : parts) {
      alike
          .computeIfAbsent(
              part.what(),
              what -> {
                inOrder.add(what);
                return new ArrayList<>();
              })
          .add(part);
    }
    for (Round.Together<?> what : inOrder) {
      store(connection, what, alike.getOrDefault(what, List.of()));
    }
  }

  @SuppressWarnings("unchecked") // Each part was made with what stores it.
  private static <T> void store(
      Connection connection, Round.Together<T> what, List<Round.Part<?>> parts)
      throws SQLException {
    what.store(connection, parts.stream().map(part -> ((Round.Part<T>) part).part()).toList());
  }
}
