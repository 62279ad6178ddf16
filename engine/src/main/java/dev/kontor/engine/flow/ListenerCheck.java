package dev.kontor.engine.flow;

import dev.kontor.spi.Finding;
import java.util.Collection;
import java.util.List;

/** Whether the messages of a broker are about connections that there are. */
public final class ListenerCheck {

  private ListenerCheck() {}

  /**
   * One finding for each connection that is missing.
   *
   * @param connections the names of all
   */
  public static List<Finding> of(Link broker, Collection<String> connections) {
    return broker.connector().listener().stream()
        .flatMap(listener -> listener.connections().stream())
        .filter(name -> !connections.contains(name))
        .sorted()
        .map(
            name ->
                Finding.error(
                    "messages of " + broker.name(),
                    "are about the connection " + name + ", which there is not",
                    "correct the name, or add the connection"))
        .toList();
  }
}
