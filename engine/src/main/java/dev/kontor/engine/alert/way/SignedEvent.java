package dev.kontor.engine.alert.way;

import dev.kontor.engine.alert.Letter;
import dev.kontor.engine.config.AlertReceiver;
import dev.kontor.engine.config.WebhookKey;
import dev.kontor.model.ModelJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/**
 * A letter as programs take it: an event with id and time, signed over both and the body, as the
 * Standard Webhooks describe (github {@code standard-webhooks/standard-webhooks}).
 */
final class SignedEvent {

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  SignedEvent(AlertReceiver.Webhook webhook) {
    this.key = WebhookKey.of(webhook.secret()).orElseThrow();
  }

  Posted of(Letter letter) {
    byte[] body = ModelJson.mapper().writeValueAsBytes(event(letter));
    String id = letter.id().toString();
    String time = String.valueOf(letter.at().getEpochSecond());
    return new Posted(
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", time,
            "webhook-signature", "v1," + signature(id + "." + time + ".", body)),
        body);
  }

  private static ObjectNode event(Letter letter) {
    ObjectNode event = ModelJson.mapper().createObjectNode();
    event.put("type", "alert." + letter.tidings().word());
    event.put("timestamp", letter.at().toString());
    ObjectNode data = event.putObject("data");
    data.put("id", letter.alert());
    data.put("rule", letter.rule());
    data.put("severity", letter.severity().word());
    data.put("subject", letter.subject());
    data.put("count", letter.count());
    data.put("since", letter.since() == null ? null : letter.since().toString());
    letter.documents().forEach(data.putArray("documents")::add);
    data.put("title", letter.said().title());
    data.put("what", letter.said().what());
    data.put("effect", letter.said().effect());
    data.put("todo", letter.said().todo());
    data.put("link", letter.link() == null ? null : letter.link().toString());
    return event;
  }

  private String signature(String before, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(before.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
