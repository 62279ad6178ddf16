package dev.kontor.twin.kit.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The message digest of RFC 1320, which hides a password in a directory and nothing else here. */
final class Md4 {

  private static final int BLOCK = 64;
  private static final int WORDS = 16;
  private static final int LENGTH = 8;
  private static final int[] START = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  private static final int[] SUMMAND = {0, 0x5a827999, 0x6ed9eba1};
  private static final int[][] SHIFT = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
  private static final int[][] ORDER = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15},
    {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15}
  };

  private Md4() {}

  /** Sixteen bytes. */
  static byte[] digest(byte[] message) {
    ByteBuffer padded = padded(message);
    int[] state = START.clone();
    while (padded.hasRemaining()) {
      int[] words = new int[WORDS];
      for (int i = 0; i < WORDS; i++) {
        words[i] = padded.getInt();
      }
      add(state, words);
    }
    byte[] digest = new byte[WORDS];
    ByteBuffer written = little(digest);
    for (int part : state) {
      written.putInt(part);
    }
    return digest;
  }

  /** A one bit, zeros, and the length in bits. */
  private static ByteBuffer padded(byte[] message) {
    int blocks = (message.length + LENGTH) / BLOCK + 1;
    ByteBuffer padded = little(new byte[blocks * BLOCK]);
    padded.put(message).put((byte) 0x80);
    padded.putLong(blocks * BLOCK - LENGTH, message.length * 8L);
    return padded.rewind();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void add(int[] state, int[] words) {
    int[] s = state.clone();
    for (int round = 0; round < ORDER.length; round++) {
      for (int step = 0; step < WORDS; step++) {
        int sum =
            s[0] + mixed(round, s[1], s[2], s[3]) + words[ORDER[round][step]] + SUMMAND[round];
        s = new int[] {s[3], Integer.rotateLeft(sum, SHIFT[round][step % 4]), s[1], s[2]};
      }
    }
    for (int i = 0; i < state.length; i++) {
      state[i] += s[i];
    }
  }

  private static int mixed(int round, int x, int y, int z) {
    return switch (round) {
      case 0 -> (x & y) | (~x & z);
      case 1 -> (x & y) | (x & z) | (y & z);
      default -> x ^ y ^ z;
    };
  }
}
