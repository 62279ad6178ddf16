package dev.kontor.twin.businesscentral.master;

import java.nio.ByteBuffer;

/**
 * What the first bytes of a picture tell.
 *
 * @param width pixels, 0 where the form does not state them at a fixed place
 */
record ImageHead(String type, int width, int height) {
  private static final int PNG = 0x89504E47;
  private static final int GIF = 0x47494638;
  private static final int JPEG = 0xFFD8;
  private static final int PNG_WIDTH_AT = 16;
  private static final int PNG_HEIGHT_AT = 20;
  private static final int PNG_HEAD = 24;

  static ImageHead of(byte[] bytes) {
    if (bytes.length < Integer.BYTES) {
      return new ImageHead("application/octet-stream", 0, 0);
    }
    ByteBuffer head = ByteBuffer.wrap(bytes);
    int mark = head.getInt(0);
    if (mark == PNG && bytes.length >= PNG_HEAD) {
      return new ImageHead("image/png", head.getInt(PNG_WIDTH_AT), head.getInt(PNG_HEIGHT_AT));
    }
    if (mark >>> Short.SIZE == JPEG) {
      return new ImageHead("image/jpeg", 0, 0);
    }
    return new ImageHead(mark == GIF ? "image/gif" : "application/octet-stream", 0, 0);
  }
}
