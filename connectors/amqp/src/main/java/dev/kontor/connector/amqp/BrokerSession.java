package dev.kontor.connector.amqp;

import dev.kontor.spi.FaultException;
import dev.kontor.spi.Listener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.NextReceiverPolicy;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.jspecify.annotations.Nullable;

/** Takes messages of all queues by turns. */
final class BrokerSession implements Listener.Session {

  /**
   * So many messages of each queue come before they are asked for. More would not be faster, and a
   * broker lends each for a while only.
   */
  private static final int AHEAD = 32;

  private record Tap(BrokerQueue queue, Receiver receiver) {}

  private final BrokerConnection connection;
  private final BreakOff breakOff;

  /** The one that was taken from last stands last. */
  private final Deque<Tap> taps = new ArrayDeque<>();

  private BrokerSession(BrokerConnection connection, BreakOff breakOff) {
    this.connection = connection;
    this.breakOff = breakOff;
  }

  /**
   * @throws FaultException if it cannot listen to all of them
   */
  static BrokerSession open(BrokerSettings settings, BreakOff breakOff) {
    BrokerConnection connection = BrokerConnection.open(settings);
    BrokerSession session = new BrokerSession(connection, breakOff);
    try {
      for (BrokerQueue queue : settings.queues()) {
        session.taps.add(new Tap(queue, connection.receiver(queue, AHEAD)));
      }
      return session;
    } catch (FaultException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Optional<Listener.Delivery> next(Duration atMost) {
    try {
      Optional<Listener.Delivery> here = poured();
      if (here.isPresent()) {
        return here;
      }
      connection
          .connection()
          .nextReceiver(
              NextReceiverPolicy.ROUND_ROBIN,
              Math.max(1, atMost.toMillis()),
              TimeUnit.MILLISECONDS);
      return poured();
    } catch (ClientException e) {
      throw breakOff.told(connection.faults().of(e));
    }
  }

  /** Each queue has its turn, and one that is closed says so. */
  private Optional<Listener.Delivery> poured() {
    for (Tap tap : List.copyOf(taps)) {
      org.apache.qpid.protonj2.client.@Nullable Delivery delivery = taken(tap);
      if (delivery != null) {
        taps.remove(tap);
        taps.addLast(tap);
        return Optional.of(
            new BrokerDelivery(tap.queue(), Contents.of(tap.queue(), delivery), delivery));
      }
    }
    return Optional.empty();
  }

  private org.apache.qpid.protonj2.client.@Nullable Delivery taken(Tap tap) {
    try {
      return tap.receiver().tryReceive();
    } catch (ClientException e) {
      throw breakOff.told(connection.faults().of(e, tap.queue()));
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
