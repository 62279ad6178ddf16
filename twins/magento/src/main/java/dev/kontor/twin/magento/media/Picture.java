package dev.kontor.twin.magento.media;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int LONGEST = 90;

  static Picture of(JsonNode content) {
    byte[] bytes = decoded(Row.text(content, "base64_encoded_data"));
    String type =
        kind(bytes)
            .orElseThrow(
                () -> ApiError.of(400, "The image content must be valid base64 encoded data."));
    if (!type.equals(Row.text(content, "type")) || !EXTENSIONS.containsKey(type)) {
      throw ApiError.of(400, "The image MIME type is not valid or not supported.");
    }
    String name = Row.text(content, "name");
    if (name.isEmpty() || FORBIDDEN.matcher(name).find()) {
      throw ApiError.of(400, "Provided image name contains forbidden characters.");
    }
    return new Picture(
        sha256(bytes), spelled(name.contains(".") ? name : name + "." + EXTENSIONS.get(type)));
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
      throw ApiError.of(400, "The image content must be valid base64 encoded data.");
    }
  }

  /** What getimagesize of PHP would call it, by its header. */
  private static Optional<String> kind(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    if (bytes.length >= 24 && Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length)) {
      return Optional.of("image/png");
    }
    if (bytes.length >= 10 && (head.startsWith("GIF87a") || head.startsWith("GIF89a"))) {
      return Optional.of("image/gif");
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return Optional.of("image/webp");
    }
    if (head.startsWith("BM") && bytes.length >= 26) {
      return Optional.of("image/bmp");
    }
    return head.startsWith("\u00ff\u00d8\u00ff") && hasFrame(bytes)
        ? Optional.of("image/jpeg")
        : Optional.empty();
  }

  /** Whether the segments of a JPEG lead to one that tells its size. */
  private static boolean hasFrame(byte[] bytes) {
    int at = 2;
    while (at + 9 < bytes.length && (bytes[at] & 0xFF) == 0xFF) {
      int marker = bytes[at + 1] & 0xFF;
      boolean isFrame =
          marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
      if (isFrame) {
        return true;
      }
      at += 2 + (((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF));
    }
    return false;
  }

  /** Small letters, digits, hyphens, points; anything else is an underscore. */
  private static String spelled(String name) {
    String spelled = name.replaceAll("[^A-Za-z0-9_\\-.]+", "_").toLowerCase(Locale.ROOT);
    if (spelled.length() > LONGEST) {
      throw ApiError.of(400, "The image doesn't exist.");
    }
    int point = spelled.lastIndexOf('.');
    return spelled.substring(0, point).matches("_+") ? "file" + spelled.substring(point) : spelled;
  }
}
