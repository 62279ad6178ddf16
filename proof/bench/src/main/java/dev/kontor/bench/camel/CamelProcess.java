package dev.kontor.bench.camel;

import dev.kontor.bench.process.Commands;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Camel with its broker, in a process of its own. Says its port, then answers {@code depth} with
 * the orders in the queue, those being worked on included.
 *
 * <p>Arguments: journal directory, URL orders are posted to.
 */
public final class CamelProcess {

  private CamelProcess() {}

  public static void main(String[] arguments) throws Exception {
    try (Broker broker = Broker.start(Path.of(arguments[0]));
        DefaultCamelContext camel = new DefaultCamelContext()) {
      int port = freePort();
      Components.add(camel, broker.connections());
      camel.addRoutes(new OrderRoutes(port, URI.create(arguments[1])));
      camel.start();
      Commands.say(port);
      Commands.serve(words -> broker.depth(OrderRoutes.QUEUE));
    }
  }

  private static int freePort() throws java.io.IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
