package dev.kontor.proof.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/** What happened, step by step: a hash of all of it, and the last of it to read. */
final class Trace {

  private static final int KEPT = 2_000;

  private final Deque<String> last = new ArrayDeque<>();
  private long hash = 1;
  private long lines;

  void add(String line) {
    hash = hash * 1_000_003 + line.hashCode();
    lines++;
    last.add(line);
    if (last.size() > KEPT) {
      last.removeFirst();
    }
  }

  String hash() {
    return HexFormat.of().toHexDigits(hash) + "/" + lines;
  }

  String text() {
    return String.join("\n", last);
  }
}
