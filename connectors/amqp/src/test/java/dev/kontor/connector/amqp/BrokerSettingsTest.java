package dev.kontor.connector.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.spi.FaultException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with the settings of a broker is said before anything is sent. */
class BrokerSettingsTest {

  private static final String SECRET = "secret-of-the-broker";

  private static ObjectNode values(String url) {
    return BrokerBench.values(url, SECRET);
  }

  private static BrokerSettings read(ObjectNode values) {
    return BrokerSettings.of(BrokerBench.settings(values));
  }

  private static String problem(ObjectNode values) {
    String message =
        catchThrowableOfType(FaultException.class, () -> read(values)).fault().message();
    assertThat(message).doesNotContain(SECRET, BrokerBench.KEY);
    return message;
  }

  @Test
  void withoutEncryptionOnlyToThisMachineUnlessSaidOtherwise() {
    assertThat(problem(values("amqp://broker.example")))
        .startsWith("broker.url would send the password in the clear");
    ObjectNode said = values("amqp://broker.example").put("unencrypted", true);
    assertThat(read(said).isReadByOthers()).isTrue();
    assertThat(read(values("amqp://localhost:7000")).isReadByOthers()).isFalse();
    assertThat(read(values("amqps://broker.example")).isReadByOthers()).isFalse();
  }

  @Test
  void theUsualPortsAreKnown() {
    assertThat(read(values("amqps://broker.example")).port()).isEqualTo(5671);
    assertThat(read(values("amqp://localhost")).port()).isEqualTo(5672);
    assertThat(read(values("amqps://broker.example:443")).port()).isEqualTo(443);
  }

  @Test
  void anAddressIsHostAndPortOnly() {
    assertThat(problem(values("https://broker.example"))).contains("needs amqps and a host");
    assertThat(problem(values("broker.example"))).contains("needs amqps and a host");
    assertThat(problem(values("amqps://me:" + SECRET + "@broker.example")))
        .contains("holds more than host and port");
    assertThat(problem(values("amqps://broker.example/queue")))
        .contains("holds more than host and port");
  }

  @Test
  void aUserHasAPassword() {
    ObjectNode values = values("amqps://broker.example");
    values.remove("password");
    assertThat(problem(values)).startsWith("broker.password is missing");
    values.remove("user");
    assertThat(read(values).user()).isNull();
  }

  @Test
  void aQueueIsADoorsOrTellsOfChanges() {
    ObjectNode both = values("amqps://broker.example");
    ((ObjectNode) both.path("queues").path(0)).putArray("changed").add("order");
    assertThat(problem(both))
        .isEqualTo("broker.queues says of events both door and changed; write one");
    ObjectNode neither = values("amqps://broker.example");
    ((ObjectNode) neither.path("queues").path(0)).remove("door");
    assertThat(problem(neither)).contains("says of events neither door and changed");
    ObjectNode none = values("amqps://broker.example");
    ((ArrayNode) none.path("queues")).removeAll();
    assertThat(problem(none)).contains("names none");
  }

  @Test
  void theKeyStandsInTheAddressAsAnAddressWritesIt() {
    BrokerQueue queue = read(values("amqps://broker.example")).queues().getFirst();
    assertThat(queue.meaning())
        .isEqualTo(new BrokerQueue.Meaning.Door("/events", "key=key%20of%2Fthe%20door"))
        .hasToString("Door");
    ObjectNode keyless = values("amqps://broker.example");
    keyless.remove("doorKey");
    assertThat(problem(keyless)).startsWith("broker.doorKey is missing");
  }
}
