package dev.kontor.twin.amqp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/**
 * A broker of its own, with queues that each message leaves once, and one queue for what was
 * refused. What it holds survives a restart, at the same address.
 */
public final class AmqpTwin implements AutoCloseable {

  public static final String USER = "hub";
  public static final String PASSWORD = "password-of-the-broker";

  private static final String DEAD = "dead";

  /** As Azure Service Bus and Artemis have it unless somebody says otherwise. */
  private static final int TRIES = 10;

  private final Path directory;
  private final int port;
  private final BrokerUsers users = new BrokerUsers();
  private final List<String> queues;
  private @Nullable EmbeddedActiveMQ running;

  private AmqpTwin(Path directory, int port, List<String> queues) {
    this.directory = directory;
    this.port = port;
    this.queues = queues;
    users.put(USER, PASSWORD);
  }

  /**
   * Starts one.
   *
   * @param directory where it keeps messages
   */
  public static AmqpTwin start(Path directory, String... queues) throws Exception {
    AmqpTwin twin = new AmqpTwin(directory, free(), List.of(queues));
    twin.start();
    return twin;
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Lets it run, after {@link #stop} with all that it held. */
  public void start() throws Exception {
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    server.setConfiguration(configuration());
    server.setSecurityManager(users);
    running = server;
    server.start();
    for (String queue : queues) {
      create(queue);
    }
    create(DEAD);
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
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalDatasync(false)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setLargeMessagesDirectory(directory.resolve("large").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setSecurityEnabled(true)
        .setGracefulShutdownEnabled(false)
        .addAddressSetting("#", settings)
        .addAcceptorConfiguration("amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP");
  }

  private void create(String queue) throws Exception {
    if (server().locateQueue(queue) == null) {
      server()
          .createQueue(
              QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST).setDurable(true));
    }
  }

  private ActiveMQServer server() {
    return Objects.requireNonNull(running, "the broker does not run").getActiveMQServer();
  }

  /** Where it is reached; nobody answers there after {@link #stop}. */
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

  /** Ends it; what it holds stays. */
  public void stop() throws Exception {
    if (running != null) {
      running.stop();
      running = null;
    }
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (Exception e) {
      throw new IllegalStateException("the broker did not stop", e);
    }
  }
}
