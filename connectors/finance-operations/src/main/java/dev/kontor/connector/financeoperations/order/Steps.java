package dev.kontor.connector.financeoperations.order;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What was done in several calls, and how each is undone. */
final class Steps {

  private final Deque<Runnable> undo = new ArrayDeque<>();

  void done(Runnable undone) {
    undo.push(undone);
  }

  /** Undoes all, the latest first; the first that fails leaves the rest as it is. */
  Optional<Fault> undo() {
    try {
      while (!undo.isEmpty()) {
        undo.pop().run();
      }
      return Optional.empty();
    } catch (FaultException e) {
      return Optional.of(e.fault());
    }
  }
}
