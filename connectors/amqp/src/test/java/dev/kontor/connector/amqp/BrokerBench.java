package dev.kontor.connector.amqp;

import dev.kontor.contract.DirectToolbox;
import dev.kontor.contract.TwinBench;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.twin.amqp.AmqpTwin;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A broker with two queues: one is a door's, one tells of changes. */
final class BrokerBench implements TwinBench {

  static final String EVENTS = "events";
  static final String MOVES = "moves";
  static final String KEY = "key of/the door";

  private static final String WRONG = "guessed-password";

  private final AmqpTwin twin;
  private final DirectToolbox toolbox =
      new DirectToolbox(InstantSource.system(), Duration.ofSeconds(15));

  BrokerBench() {
    try {
      twin = AmqpTwin.start(EVENTS, MOVES);
    } catch (Exception e) {
      throw new IllegalStateException("the broker did not start", e);
    }
  }

  AmqpTwin twin() {
    return twin;
  }

  static ObjectNode values(String url, String password) {
    ObjectNode values =
        JsonNodeFactory.instance
            .objectNode()
            .put("url", url)
            .put("user", AmqpTwin.USER)
            .put("password", password)
            .put("doorKey", KEY);
    var queues = values.putArray("queues");
    queues
        .addObject()
        .put("name", EVENTS)
        .put("connection", "erp")
        .put("door", "/events?key={doorKey}");
    queues
        .addObject()
        .put("name", MOVES)
        .put("connection", "shop")
        .putArray("changed")
        .add("stock")
        .add("order-progress");
    return values;
  }

  static Settings settings(JsonNode values) {
    return new Settings("broker", values);
  }

  @Override
  public Settings settings() {
    return settings(values(twin.url().toString(), AmqpTwin.PASSWORD));
  }

  @Override
  public Settings wrongSecret() {
    return settings(values(twin.url().toString(), WRONG));
  }

  /** A port nobody listens at. */
  @Override
  public Settings wrongAddress() {
    return settings(values("amqp://127.0.0.1:1", AmqpTwin.PASSWORD));
  }

  @Override
  public List<String> secrets() {
    return List.of(AmqpTwin.PASSWORD, WRONG, KEY);
  }

  @Override
  public Toolbox toolbox() {
    return toolbox;
  }

  @Override
  public void close() {
    toolbox.close();
    twin.close();
  }
}
