package dev.kontor.connector.amqp;

import dev.kontor.spi.Listener.Content;
import dev.kontor.spi.RawRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.qpid.protonj2.client.AdvancedMessage;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.apache.qpid.protonj2.types.Binary;
import org.apache.qpid.protonj2.types.messaging.AmqpValue;
import org.apache.qpid.protonj2.types.messaging.Data;
import org.apache.qpid.protonj2.types.messaging.Section;
import org.jspecify.annotations.Nullable;

/** What messages of a queue say. */
final class Contents {

  private static final String POST = "POST";
  private static final String TYPE = "content-type";

  private Contents() {}

  static Content of(BrokerQueue queue, Delivery delivery) {
    return switch (queue.meaning()) {
      case BrokerQueue.Meaning.Changed changed -> new Content.Changed(changed.types());
      case BrokerQueue.Meaning.Door door -> pushed(door, delivery);
    };
  }

  /** One that cannot be read must not keep those behind it. */
  private static Content pushed(BrokerQueue.Meaning.Door door, Delivery delivery) {
    try {
      return pushed(door, delivery.message());
    } catch (ClientException | RuntimeException e) {
      return new Content.Unreadable("the message is not in the form of AMQP 1.0");
    }
  }

  private static Content pushed(BrokerQueue.Meaning.Door door, @Nullable Message<?> message)
      throws ClientException {
    if (message == null) {
      return new Content.Pushed(
          new RawRequest(POST, door.path(), door.query(), Map.of(), new byte[0]));
    }
    AdvancedMessage<?> whole = message.toAdvancedMessage();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Section<?> section : whole.bodySections()) {
      byte @Nullable [] bytes = bytes(section);
      if (bytes == null) {
        return new Content.Unreadable("the body of the message is neither bytes nor a text");
      }
      body.writeBytes(bytes);
    }
    return new Content.Pushed(
        new RawRequest(POST, door.path(), door.query(), headers(whole), body.toByteArray()));
  }

  /** Null if a section is of another kind. */
  private static byte @Nullable [] bytes(Section<?> section) {
    return switch (section) {
      case Data data -> data.getValue();
      case AmqpValue<?> value when value.getValue() instanceof String text ->
          text.getBytes(StandardCharsets.UTF_8);
      case AmqpValue<?> value when value.getValue() instanceof Binary binary ->
          binary.asByteArray();
      default -> null;
    };
  }

  /** A message's properties are what a request's headers are. */
  private static Map<String, String> headers(AdvancedMessage<?> message) throws ClientException {
    Map<String, String> headers = new HashMap<>();
    String type = message.contentType();
    if (type != null) {
      headers.put(TYPE, type);
    }
    message.forEachProperty(
        (name, value) -> {
          if (value != null) {
            headers.put(name.toLowerCase(Locale.ROOT), value.toString());
          }
        });
    return headers;
  }
}
