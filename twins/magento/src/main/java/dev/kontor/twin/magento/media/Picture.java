package dev.kontor.twin.magento.media;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A picture as it is sent, once it holds (Magento_Framework, Api/ImageContentValidator and
 * Api/ImageProcessor): its bytes must be a picture of the kind that is said.
 *
 * @param sha256 of its bytes
 * @param name of the file, in the shop's spelling, with an extension
 */
record Picture(String sha256, String name) {
  private static final Map<String, String> EXTENSIONS =
      Map.of("image/jpeg", "jpg", "image/gif", "gif", "image/png", "png");
  private static final Pattern FORBIDDEN = Pattern.compile("[/?*:\";<>()|{}\\\\]");

  static Picture of(JsonNode content) {
    byte[] bytes = decoded(Row.text(content, "base64_encoded_data"));
    String type = PictureKind.of(bytes).orElseThrow(Picture::unreadable);
    if (!type.equals(Row.text(content, "type")) || !EXTENSIONS.containsKey(type)) {
      throw ApiError.of(400, "The image MIME type is not valid or not supported.");
    }
    String name = Row.text(content, "name");
    if (name.isEmpty() || FORBIDDEN.matcher(name).find()) {
      throw ApiError.of(400, "Provided image name contains forbidden characters.");
    }
    String file = name.contains(".") ? name : name + "." + EXTENSIONS.get(type);
    return new Picture(sha256(bytes), Files.spelled(file));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static ApiError unreadable() {
    return ApiError.of(400, "The image content must be valid base64 encoded data.");
  }
}
