package dev.kontor.engine.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietPortTest {

  @Test
  void isFreeAndNoneOfOutgoingCalls() throws Exception {
    List<ServerSocket> listening = new ArrayList<>();
    try {
      for (int i = 0; i < 500; i++) {
        int port = QuietPort.free();
        assertThat(port).isBetween(20_000, 32_767);
        listening.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
      }
    } finally {
      for (ServerSocket socket : listening) {
        socket.close();
      }
    }
  }
}
