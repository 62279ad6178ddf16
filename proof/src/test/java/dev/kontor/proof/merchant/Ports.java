package dev.kontor.proof.merchant;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports of servers that come and go. Below the range from which systems take the ports of outgoing
 * calls, or a twin's call could hold a server's port while it is dead.
 */
public final class Ports {

  private static final int FIRST = 21_000;
  private static final int COUNT = 10_000;

  /** Processes that run tests side by side have neighbouring numbers, and must not share ports. */
  private static final int APART = 211;

  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * APART % COUNT));

  private Ports() {}

  /** One that nobody has now, and that is not given out again by this process for long. */
  public static int free() {
    for (int i = 0; i < COUNT; i++) {
      int candidate = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(candidate));
        return candidate;
      } catch (IOException taken) {
        // The next one may be free.
      }
    }
    throw new IllegalStateException("no free port");
  }
}
