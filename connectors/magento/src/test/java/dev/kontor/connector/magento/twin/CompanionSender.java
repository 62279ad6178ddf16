package dev.kontor.connector.magento.twin;

import dev.kontor.spi.RawRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends as the companion module's README says that it does. */
public record CompanionSender(String secret, InstantSource clock) {

  public static final String SECRET = "secret-of-the-companion";

  /** One thing was saved. */
  public RawRequest saved(String type, String id, String number) {
    String event = UUID.randomUUID().toString().replace("-", "");
    return sent(
        """
        {"events":[{"id":"%s","type":"%s","entityId":"%s","incrementId":"%s","storeId":"1"}]}"""
            .formatted(event, type, id, number)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** With the time and signature of now. */
  public RawRequest sent(byte[] body) {
    String time = Long.toString(clock.instant().getEpochSecond());
    return new RawRequest(
        "POST",
        "/companion",
        "",
        Map.of(
            "content-type",
            "application/json",
            "kontor-timestamp",
            time,
            "kontor-signature",
            signature(time, body)),
        body);
  }

  private String signature(String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
