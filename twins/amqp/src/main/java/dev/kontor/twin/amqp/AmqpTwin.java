package dev.kontor.twin.amqp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Objects;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * A broker of its own, with queues that each message leaves once, and one queue for what was
 * refused. What it holds is there again after it was away.
 */
public final class AmqpTwin implements AutoCloseable {

  public static final String USER = "hub";
  public static final String PASSWORD = "password-of-the-broker";

  private static final String DEAD = "dead";
  private static final String ENTRANCE = "amqp";

  /** As Azure Service Bus and Artemis have it unless somebody says otherwise. */
  private static final int TRIES = 10;

  private static final int FIRST_PORT = 20_000;
  private static final int AFTER_PORTS = 32_768;
  private static final int PORTS_TRIED = 1000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int port;
  private final BrokerUsers users = new BrokerUsers();
  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

  private AmqpTwin(int port) {
    this.port = port;
    users.put(USER, PASSWORD);
  }

  public static AmqpTwin start(String... queues) throws Exception {
    AmqpTwin twin = new AmqpTwin(free());
    twin.server.setConfiguration(twin.configuration());
    twin.server.setSecurityManager(twin.users);
    twin.server.start();
    for (String queue : queues) {
      twin.create(queue);
    }
    twin.create(DEAD);
    return twin;
  }

  /**
   * Below those that operating systems give to outgoing calls: one of them could be taken before
   * the broker listens, or while it is away.
   */
  private static int free() throws IOException {
    for (int tried = 1; ; tried++) {
      int port = RANDOM.nextInt(FIRST_PORT, AFTER_PORTS);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        if (tried == PORTS_TRIED) {
          throw taken;
        }
      }
    }
  }

  private Configuration configuration() throws Exception {
    AddressSettings settings =
        new AddressSettings()
            .setDeadLetterAddress(SimpleString.of(DEAD))
            .setMaxDeliveryAttempts(TRIES)
            .setAutoCreateQueues(false)
            .setAutoCreateAddresses(false)
            .setDefaultQueueRoutingType(RoutingType.ANYCAST)
            .setDefaultAddressRoutingType(RoutingType.ANYCAST);
    return new ConfigurationImpl()
        .setPersistenceEnabled(false)
        .setJournalType(JournalType.NIO)
        .setSecurityEnabled(true)
        .addAddressSetting("#", settings)
        .addAcceptorConfiguration(ENTRANCE, "tcp://127.0.0.1:" + port + "?protocols=AMQP");
  }

  private void create(String queue) throws Exception {
    server()
        .createQueue(
            QueueConfiguration.of(queue)
                .setRoutingType(RoutingType.ANYCAST)
                .setAutoCreateAddress(true)
                .setDurable(true));
  }

  private ActiveMQServer server() {
    return server.getActiveMQServer();
  }

  /** Where it is reached; nobody answers there while it is away. */
  public URI url() {
    return URI.create("amqp://127.0.0.1:" + port);
  }

  /** Another password for {@link #USER}, from the next sign-in on. */
  public void password(String password) {
    users.put(USER, password);
  }

  /** Takes everybody's right to receive from that queue. */
  public void forbid(String queue) {
    users.close(queue);
  }

  /** How often somebody could not sign in. */
  public int refused() {
    return users.refused();
  }

  /** A message that a sender left. */
  public void send(String queue, Posted message) throws Exception {
    server()
        .getPostOffice()
        .route(message.on(queue, server().getStorageManager().generateID()), true);
  }

  /** Messages on a queue, those that are lent included. */
  public long waiting(String queue) {
    return queue(queue).getMessageCount();
  }

  /** Messages that were refused, or tried too often. */
  public long dead() {
    return waiting(DEAD);
  }

  /** Messages of a queue that somebody took for good. */
  public long taken(String queue) {
    return queue(queue).getMessagesAcknowledged();
  }

  /** How many listen to a queue. */
  public int listeners(String queue) {
    return queue(queue).getConsumerCount();
  }

  private Queue queue(String queue) {
    return Objects.requireNonNull(server().locateQueue(queue), queue);
  }

  /** Cuts every connection, as a network does. */
  public void cut() {
    server().getRemotingService().getConnections().forEach(RemotingConnection::destroy);
  }

  /** Cuts every connection, and nobody is let in until it comes back. */
  public void goAway() throws Exception {
    server().getRemotingService().getAcceptor(ENTRANCE).stop();
    cut();
  }

  /** At the same address, with all that it held. */
  public void comeBack() throws Exception {
    server().getRemotingService().getAcceptor(ENTRANCE).start();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the broker did not stop", e);
    }
  }
}
