package dev.kontor.connector.amqp;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A broker that speaks AMQP 1.0. It has no documents of its own. */
public final class AmqpProvider implements ConnectorProvider {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "amqp",
          "Message broker (AMQP 1.0)",
          schema(),
          Map.of(),
          List.of(),
          Duration.ofSeconds(15),
          Duration.ZERO);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connector connect(Settings settings, Toolbox toolbox) {
    return new AmqpConnector(BrokerSettings.of(settings), toolbox.clock());
  }

  private static JsonNode schema() {
    String file = "settings.schema.json";
    try (InputStream in = AmqpProvider.class.getResourceAsStream(file)) {
      return ModelJson.parse(Objects.requireNonNull(in, file).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
