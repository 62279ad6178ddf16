package dev.kontor.bench.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** For processes that must know their port before they start. */
public final class FreePort {

  private FreePort() {}

  /** A port of this machine that nobody listens on. */
  public static int any() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
