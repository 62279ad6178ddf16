package dev.kontor.connector.amqp;

import dev.kontor.spi.FaultException;
import dev.kontor.spi.Listener;
import java.util.Set;
import java.util.stream.Collectors;

/** Listens to the queues of one broker. */
record BrokerListener(BrokerSettings settings, BreakOff breakOff) implements Listener {

  @Override
  public Set<String> connections() {
    return settings.queues().stream().map(BrokerQueue::connection).collect(Collectors.toSet());
  }

  @Override
  public Session open() {
    try {
      Session session = BrokerSession.open(settings, breakOff);
      breakOff.mended();
      return session;
    } catch (FaultException e) {
      throw breakOff.told(e);
    }
  }
}
