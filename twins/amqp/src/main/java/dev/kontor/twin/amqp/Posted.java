package dev.kontor.twin.amqp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPStandardMessage;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Section;

/**
 * A message as a sender writes it.
 *
 * @param properties the sender's own, by name
 */
public record Posted(Section body, String contentType, Map<String, Object> properties) {

  private static final int OVERHEAD = 64 * 1024;

  public Posted {
    properties = Map.copyOf(properties);
  }

  /** Bytes, as nearly every sender writes them. */
  public static Posted bytes(byte[] body, Map<String, Object> properties) {
    return new Posted(new Data(new Binary(body)), "application/json", properties);
  }

  /** The same of a text. */
  public static Posted json(String body) {
    return bytes(body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** A value of AMQP itself, such as a string or a map. */
  public static Posted value(Object value) {
    return new Posted(new AmqpValue(value), "text/plain", Map.of());
  }

  Message on(String queue, long id) {
    org.apache.qpid.proton.message.Message message = Proton.message();
    message.setDurable(true);
    message.setContentType(contentType);
    message.setApplicationProperties(new ApplicationProperties(Map.copyOf(properties)));
    message.setBody(body);
    byte[] buffer = new byte[size() + OVERHEAD];
    int length = message.encode(buffer, 0, buffer.length);
    AMQPStandardMessage stored = new AMQPStandardMessage(0, Arrays.copyOf(buffer, length), null);
    stored.setMessageID(id);
    stored.setAddress(queue);
    return stored;
  }

  private int size() {
    return body instanceof Data data ? data.getValue().getLength() : 0;
  }
}
