package dev.kontor.engine.vault;

import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Algorithms that one thread at a time may use. Looking one up costs as much as sealing a small
 * document with it.
 */
final class Lent<T> {

  /** Looks the algorithm up. */
  @FunctionalInterface
  interface Source<T> {
    T find() throws GeneralSecurityException;
  }

  private final Source<T> source;
  private final Queue<T> idle = new ConcurrentLinkedQueue<>();

  Lent(Source<T> source) {
    this.source = source;
  }

  /** One that nobody else has; whatever was begun with it must not matter. */
  T borrow() {
    T found = idle.poll();
    try {
      return found == null ? source.find() : found;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks an algorithm", e);
    }
  }

  void giveBack(T used) {
    idle.add(used);
  }
}
