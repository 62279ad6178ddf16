package dev.kontor.twin.magento.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Tells what kind of picture bytes are. */
final class PictureKind {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private PictureKind() {}

  /** What getimagesize of PHP would call it, by its header. */
  static Optional<String> of(byte[] bytes) {
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
}
