package dev.kontor.connector.magento.picture;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A picture by which its source opens it.
 *
 * @param sha256 of its bytes, lower-case hex
 */
public record Image(String reference, String contentType, String sha256) {

  /** What the shop takes (Magento_Framework, Api/ImageContentValidator). */
  static final Map<String, String> ENDINGS =
      Map.of("image/jpeg", "jpg", "image/png", "png", "image/gif", "gif");

  /** Whether the shop takes its type. */
  public boolean isTaken() {
    return ENDINGS.containsKey(contentType);
  }

  /** Its file in the shop, by which it is known again. */
  String file() {
    return sha256 + "." + ending();
  }

  private @Nullable String ending() {
    return ENDINGS.get(contentType);
  }
}
