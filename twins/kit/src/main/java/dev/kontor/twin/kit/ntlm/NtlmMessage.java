package dev.kontor.twin.kit.ntlm;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** A message of a client ([MS-NLMP] 2.2.1); what it has not got reads as an unreadable message. */
final class NtlmMessage {

  static final int NEGOTIATE = 1;
  static final int AUTHENTICATE = 3;
  static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);

  /** A client's message that no server reads. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final byte[] bytes;

  private NtlmMessage(byte[] bytes) {
    this.bytes = bytes;
  }

  static NtlmMessage of(String encoded) throws UnreadableException {
    try {
      NtlmMessage message = new NtlmMessage(Base64.getDecoder().decode(encoded));
      if (Arrays.equals(message.bytes(0, SIGNATURE.length), SIGNATURE)) {
        return message;
      }
    } catch (IllegalArgumentException e) {
      // Told like a message of another kind.
    }
    throw new UnreadableException();
  }

  int type() throws UnreadableException {
    return number(SIGNATURE.length);
  }

  int number(int offset) throws UnreadableException {
    return ByteBuffer.wrap(bytes(offset, Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  /** What a field's descriptor points to: length, space and offset. */
  byte[] field(int descriptor) throws UnreadableException {
    return bytes(number(descriptor + Integer.BYTES), number(descriptor) & 0xffff);
  }

  String text(int descriptor) throws UnreadableException {
    return new String(field(descriptor), StandardCharsets.UTF_16LE);
  }

  private byte[] bytes(int offset, int length) throws UnreadableException {
    try {
      byte[] part = new byte[length];
      ByteBuffer.wrap(bytes).position(offset).get(part);
      return part;
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw new UnreadableException();
    }
  }
}
