package dev.kontor.engine.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/**
 * A port for a server, below those that operating systems give to outgoing calls (32768 and above
 * on Linux, 49152 and above elsewhere): one of them may be taken again before the server listens,
 * which the starter does not get over.
 */
final class QuietPort {

  private static final int FIRST = 20_000;
  private static final int AFTER = 32_768;
  private static final int TRIES = 1000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private QuietPort() {}

  /** One on which nobody listens now. */
  static int free() throws IOException {
    for (int tried = 1; ; tried++) {
      int port = RANDOM.nextInt(FIRST, AFTER);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        if (tried == TRIES) {
          throw taken;
        }
      }
    }
  }
}
