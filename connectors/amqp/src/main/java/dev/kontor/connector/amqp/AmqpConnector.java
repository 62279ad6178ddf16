package dev.kontor.connector.amqp;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Listener;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Writer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One broker. */
final class AmqpConnector implements Connector {

  private static final int NONE = 0;

  private final BrokerSettings settings;
  private final BreakOff breakOff;

  AmqpConnector(BrokerSettings settings, InstantSource clock) {
    this.settings = settings;
    this.breakOff = new BreakOff(clock);
  }

  /** Takes no message. */
  @Override
  public List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    try (BrokerConnection connection = BrokerConnection.open(settings)) {
      findings.add(Finding.ok("sign-in", "signed in at " + settings.url().getHost()));
      settings.queues().forEach(queue -> findings.add(receives(connection, queue)));
    } catch (FaultException e) {
      findings.add(Finding.error("sign-in", e.fault().message(), "correct url, user and password"));
    }
    if (settings.isReadByOthers()) {
      findings.add(
          Finding.warning(
              "setting unencrypted",
              "password and messages cross the network in the clear",
              "switch TLS on at the broker and write amqps:// into url"));
    }
    breakOff.finding().ifPresent(findings::add);
    findings.sort(Comparator.comparing(Finding::severity));
    return findings;
  }

  private static Finding receives(BrokerConnection connection, BrokerQueue queue) {
    String subject = "queue " + queue.name();
    try {
      connection.receiver(queue, NONE).close();
      return Finding.ok(subject, "may be received from, for " + queue.connection());
    } catch (FaultException e) {
      return Finding.error(subject, e.fault().message(), "mend it at the broker or in queues");
    }
  }

  @Override
  public Optional<Listener> listener() {
    return Optional.of(new BrokerListener(settings, breakOff));
  }

  @Override
  public Optional<Reader> reader(EntityType type) {
    return Optional.empty();
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "Amqp[" + settings.connection() + "]";
  }
}
