package dev.kontor.contract.mutation;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Files;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Locations;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Subscriptions;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Optional;

/** One connector that is tampered with. */
final class MutantConnector implements Connector {

  private final Connector inner;
  private final Tampering tampering;
  private final Descriptor descriptor;
  private final Settings settings;

  MutantConnector(Connector inner, Tampering tampering, Descriptor descriptor, Settings settings) {
    this.inner = inner;
    this.tampering = tampering;
    this.descriptor = descriptor;
    this.settings = settings;
  }

  private Mutated about(EntityType type) {
    return new Mutated(descriptor, settings, type);
  }

  @Override
  public List<Finding> check() {
    return tampering.findings(inner.check(), about(EntityType.ORDER));
  }

  @Override
  public Optional<Reader> reader(EntityType type) {
    return inner.reader(type).map(reader -> tampering.reader(reader, about(type)));
  }

  @Override
  public Optional<Writer> writer(EntityType type) {
    return inner
        .writer(type)
        .filter(writer -> tampering.hasWriters())
        .map(writer -> tampering.writer(writer, about(type)));
  }

  @Override
  public Optional<Inbox> inbox() {
    return inner.inbox().map(tampering::inbox);
  }

  @Override
  public Optional<Subscriptions> subscriptions() {
    return inner.subscriptions();
  }

  @Override
  public Optional<Files> files() {
    return inner.files();
  }

  @Override
  public Optional<Locations> locations() {
    return inner.locations();
  }

  @Override
  public void close() {
    inner.close();
  }

  @Override
  public String toString() {
    return tampering.told(inner.toString(), about(EntityType.ORDER));
  }
}
