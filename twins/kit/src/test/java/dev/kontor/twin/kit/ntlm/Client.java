package dev.kontor.twin.kit.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Makes a client's messages, right or wrong. */
final class Client {

  private static final int HEAD = 64;

  private Client() {}

  static String negotiate(int flags) {
    byte[] bytes = new byte[32];
    little(bytes).put(NtlmMessage.SIGNATURE).putInt(NtlmMessage.NEGOTIATE).putInt(flags);
    return "NTLM " + Base64.getEncoder().encodeToString(bytes);
  }

  /** An answer in version 2; {@code challenge} as the header's value. */
  static String authenticate(String domain, String user, String password, String challenge) {
    byte[] server = Base64.getDecoder().decode(challenge.substring("NTLM ".length()));
    ByteBuffer read = ByteBuffer.wrap(server).order(ByteOrder.LITTLE_ENDIAN);
    byte[] nonce = Arrays.copyOfRange(server, 24, 32);
    int at = read.getInt(44);
    byte[] info = Arrays.copyOfRange(server, at, at + read.getShort(40));
    byte[] rest = new byte[28 + info.length + 4];
    ByteBuffer written = little(rest);
    written.put((byte) 1).put((byte) 1).position(16);
    written.putLong(42).putInt(0).put(info);
    byte[] proof = NtlmV2.proof(NtlmV2.key(user, domain, password), nonce, rest);
    byte[] answer = Arrays.copyOf(proof, proof.length + rest.length);
    System.arraycopy(rest, 0, answer, proof.length, rest.length);
    return message(domain, user, answer);
  }

  static String message(String domain, String user, byte[] answer) {
    byte[][] fields = {
      new byte[0],
      answer,
      domain.getBytes(StandardCharsets.UTF_16LE),
      user.getBytes(StandardCharsets.UTF_16LE),
      new byte[0],
      new byte[0]
    };
    int size = HEAD + Arrays.stream(fields).mapToInt(field -> field.length).sum();
    byte[] bytes = new byte[size];
    ByteBuffer message = little(bytes);
    message.put(NtlmMessage.SIGNATURE).putInt(NtlmMessage.AUTHENTICATE);
    int at = HEAD;
    for (byte[] field : fields) {
      message.putShort((short) field.length).putShort((short) field.length).putInt(at);
      at += field.length;
    }
    message.putInt(NtlmChallenge.UNICODE);
    for (byte[] field : fields) {
      message.put(field);
    }
    return "NTLM " + Base64.getEncoder().encodeToString(bytes);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
