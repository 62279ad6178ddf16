package dev.kontor.connector.amqp;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A queue that is listened to.
 *
 * @param name as the broker knows it
 * @param connection of the hub that its messages are about
 */
record BrokerQueue(String name, String connection, Meaning meaning) {

  private static final String KEY = "{doorKey}";

  /** What its messages mean. */
  sealed interface Meaning {

    /**
     * Each is a request at the connection's door. It has no text of its own, as a key may stand in
     * it.
     */
    record Door(String path, String query) implements Meaning {
      @Override
      public String toString() {
        return "Door";
      }
    }

    /** Each says that such documents changed. */
    record Changed(Set<EntityType> types) implements Meaning {
      public Changed {
        types = Set.copyOf(types);
      }
    }
  }

  static BrokerQueue of(Settings settings, JsonNode queue) {
    String name = queue.path("name").asString("");
    boolean door = queue.has("door");
    if (door == queue.has("changed")) {
      throw BrokerSettings.wrong(
          settings,
          "queues",
          "says of " + name + (door ? " both" : " neither") + " door and changed; write one");
    }
    return new BrokerQueue(
        name,
        queue.path("connection").asString(""),
        door ? door(settings, queue.path("door").asString("")) : changed(queue.path("changed")));
  }

  private static Meaning changed(JsonNode types) {
    return new Meaning.Changed(
        types
            .valueStream()
            .map(type -> EntityType.of(type.asString("")))
            .collect(Collectors.toSet()));
  }

  private static Meaning door(Settings settings, String written) {
    String door =
        written.contains(KEY) ? written.replace(KEY, encoded(settings.text("doorKey"))) : written;
    int query = door.indexOf('?');
    return query < 0
        ? new Meaning.Door(door, "")
        : new Meaning.Door(door.substring(0, query), door.substring(query + 1));
  }

  /** As it would stand in an address. */
  private static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
