package dev.kontor.engine.observe;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which systems announced something and which flows found something by asking. */
public final class Sightings {

  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final Set<String> found = ConcurrentHashMap.newKeySet();

  /** A system announced a document, or that some changed. */
  public void heard(String connection) {
    heard.add(connection);
  }

  /** A flow's source had something new when it was asked. */
  public void found(String flow) {
    found.add(flow);
  }

  /** Connections that were heard since this was asked last. */
  public List<String> takeHeard() {
    return taken(heard);
  }

  /** Flows that found something since this was asked last. */
  public List<String> takeFound() {
    return taken(found);
  }

  private static List<String> taken(Set<String> of) {
    List<String> taken = List.copyOf(of);
    taken.forEach(of::remove);
    return taken;
  }
}
