package dev.kontor.connector.amqp;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.DeliveryState;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.ReceiverOptions;
import org.apache.qpid.protonj2.client.exceptions.ClientException;

/** A connection to a broker that signed in. */
final class BrokerConnection implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  /** In the order they are tried. */
  private static final String[] SIGN_INS = {"SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN"};

  private static final String NOBODY = "ANONYMOUS";

  private final Client client;
  private final Connection connection;
  private final BrokerFaults faults;

  private BrokerConnection(Client client, Connection connection, BrokerFaults faults) {
    this.client = client;
    this.connection = connection;
    this.faults = faults;
  }

  /**
   * @throws FaultException if the broker is not reached or lets the user not in
   */
  static BrokerConnection open(BrokerSettings settings) {
    BrokerFaults faults = new BrokerFaults(settings);
    Client client = Client.create();
    try {
      Connection connection =
          client.connect(settings.url().getHost(), settings.port(), options(settings));
      await(connection.openFuture());
      return new BrokerConnection(client, connection, faults);
    } catch (ClientException e) {
      close(client);
      throw faults.of(e);
    } catch (FaultException e) {
      close(client);
      throw e;
    }
  }

  private static ConnectionOptions options(BrokerSettings settings) {
    ConnectionOptions options =
        new ConnectionOptions()
            .openTimeout(PATIENCE.toMillis())
            .requestTimeout(PATIENCE.toMillis())
            .closeTimeout(FAREWELL.toMillis());
    options
        .transportOptions()
        .connectTimeout(Math.toIntExact(PATIENCE.toMillis()))
        .allowNativeIO(false);
    options.sslOptions().sslEnabled(settings.encrypted());
    if (settings.user() == null) {
      options.saslOptions().addAllowedMechanism(NOBODY);
    } else {
      options.user(settings.user()).password(settings.password());
      for (String mechanism : SIGN_INS) {
        options.saslOptions().addAllowedMechanism(mechanism);
      }
    }
    return options;
  }

  /**
   * Begins to receive from a queue.
   *
   * @param ahead so many messages are handed out before they are asked for; none at all if zero
   * @throws FaultException if the queue may not be received from
   */
  Receiver receiver(BrokerQueue queue, int ahead) {
    ReceiverOptions options = new ReceiverOptions().autoAccept(false).creditWindow(ahead);
    // What was only on its way when the hub stopped was no failed try.
    options.sourceOptions().defaultOutcome(DeliveryState.released());
    try {
      Receiver receiver = connection.openReceiver(queue.name(), options);
      await(receiver.openFuture());
      return receiver;
    } catch (ClientException e) {
      throw faults.of(e, queue);
    }
  }

  Connection connection() {
    return connection;
  }

  BrokerFaults faults() {
    return faults;
  }

  private static void await(Future<?> opened) throws ClientException {
    try {
      var _ = opened.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ClientException cause
          ? cause
          : new ClientException("failed", e.getCause());
    } catch (TimeoutException e) {
      throw new ClientException("no answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(new Fault.Unavailable("the hub stops"));
    }
  }

  @Override
  public void close() {
    close(client);
  }

  private static void close(Client client) {
    try {
      var _ = client.closeAsync().get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // A broker that is gone has its messages back.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
