package dev.kontor.twin.kit.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * A challenge for one answer ([MS-NLMP] 2.2.1.2).
 *
 * @param nonce eight bytes that no other challenge has
 * @param wanted flags of the client's first message; the domain's name is told who asked for it
 * @param info attributes of the server, which an answer repeats
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a message, never compared
record NtlmChallenge(byte[] nonce, int wanted, String domain, byte[] info) {

  static final int UNICODE = 0x1;
  static final int REQUEST_TARGET = 0x4;
  static final int NTLM = 0x200;
  private static final int ALWAYS_SIGN = 0x8000;
  private static final int TARGET_IS_DOMAIN = 0x1_0000;
  static final int EXTENDED_SECURITY = 0x8_0000;
  private static final int TARGET_INFO = 0x80_0000;
  private static final int VERSION = 0x200_0000;

  private static final int HEAD = 56;
  private static final byte[] SERVER_2022 = {10, 0, 0x7c, 0x4f, 0, 0, 0, 15};
  private static final Instant FILE_TIME = Instant.parse("1601-01-01T00:00:00Z");

  /** Attributes of a server: what it and its domain are called, and its time. */
  static byte[] info(String domain, Instant now) {
    byte[] bytes = new byte[512];
    ByteBuffer info = little(bytes);
    attribute(info, 2, text(domain));
    attribute(info, 1, text("BCSERVER"));
    attribute(info, 4, text("firm.example"));
    attribute(info, 3, text("bcserver.firm.example"));
    attribute(info, 7, time(now));
    attribute(info, 0, new byte[0]);
    return Arrays.copyOf(bytes, info.position());
  }

  /** In tenths of a microsecond. */
  private static byte[] time(Instant now) {
    Duration passed = Duration.between(FILE_TIME, now);
    byte[] ticks = new byte[Long.BYTES];
    little(ticks).putLong(passed.toSeconds() * 10_000_000L + passed.toNanosPart() / 100);
    return ticks;
  }

  private static void attribute(ByteBuffer info, int id, byte[] value) {
    info.putShort((short) id).putShort((short) value.length).put(value);
  }

  String encoded() {
    byte[] name = (wanted & REQUEST_TARGET) == 0 ? new byte[0] : text(domain);
    int granted = wanted & (REQUEST_TARGET | EXTENDED_SECURITY | ALWAYS_SIGN);
    byte[] bytes = new byte[HEAD + name.length + info.length];
    ByteBuffer message = little(bytes);
    message.put(NtlmMessage.SIGNATURE).putInt(2);
    descriptor(message, name.length, HEAD);
    message.putInt(granted | UNICODE | NTLM | TARGET_IS_DOMAIN | TARGET_INFO | VERSION);
    message.put(nonce).putLong(0);
    descriptor(message, info.length, HEAD + name.length);
    message.put(SERVER_2022).put(name).put(info);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void descriptor(ByteBuffer message, int length, int offset) {
    message.putShort((short) length).putShort((short) length).putInt(offset);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }
}
