package dev.kontor.proof.merchant;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends signals to processes of a proof's own. */
final class Signals {

  private Signals() {}

  /**
   * @param name without SIG
   */
  static void send(String name, long process) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process)).start();
      if (kill.waitFor() != 0) {
        throw new AssertionError(process + " takes no SIG" + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
