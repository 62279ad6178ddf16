package dev.kontor.engine.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One signed link of the chain.
 *
 * @param marks per row its id and the first 8 bytes of its hash, to name what was changed
 * @param content hash over the rows' full hashes
 * @param previous head of the segment before; empty for the first
 * @param head hash over everything else
 * @param droppedAt when the rows were deleted by rule; null while they are kept
 */
record Segment(
    long number,
    Position first,
    Position last,
    int rows,
    byte[] marks,
    byte[] content,
    byte[] previous,
    byte[] head,
    byte[] signature,
    Instant sealedAt,
    @Nullable Instant droppedAt) {

  private static final int MARK_BYTES = 16;

  /** Links rows of one epoch, in order, to the segment before. */
  static Segment link(
      @Nullable Segment before, List<StoredRow> rows, SigningKey key, Instant sealedAt) {
    ByteBuffer marks = ByteBuffer.allocate(rows.size() * MARK_BYTES);
    Canonical content = new Canonical();
    for (StoredRow row : rows) {
      byte[] hash = Canonical.hash(row);
      marks.putLong(row.id()).put(hash, 0, 8);
      content.add(hash);
    }
    Segment unsigned =
        new Segment(
            before == null ? 1 : before.number + 1,
            rows.getFirst().position(),
            rows.getLast().position(),
            rows.size(),
            marks.array(),
            content.sha256(),
            before == null ? new byte[0] : before.head,
            new byte[0],
            new byte[0],
            sealedAt.truncatedTo(ChronoUnit.MICROS),
            null);
    byte[] head = unsigned.computedHead();
    return unsigned.signed(head, key.sign(head));
  }

  /** The row ids this segment sealed, each with the start of its hash. */
  Map<Long, Long> markById() {
    Map<Long, Long> result = new LinkedHashMap<>();
    ByteBuffer buffer = ByteBuffer.wrap(marks);
    while (buffer.remaining() >= MARK_BYTES) {
      result.put(buffer.getLong(), buffer.getLong());
    }
    return result;
  }

  static long mark(StoredRow row) {
    return ByteBuffer.wrap(Canonical.hash(row)).getLong();
  }

  static byte[] contentOf(List<StoredRow> rows) {
    Canonical content = new Canonical();
    rows.forEach(row -> content.add(Canonical.hash(row)));
    return content.sha256();
  }

  boolean genuine(SigningKey key) {
    return MessageDigest.isEqual(head, computedHead()) && key.verify(head, signature);
  }

  private byte[] computedHead() {
    return new Canonical()
        .add(number)
        .add(first)
        .add(last)
        .add(rows)
        .add(marks)
        .add(content)
        .add(previous)
        .add(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt))
        .sha256();
  }

  private Segment signed(byte[] newHead, byte[] newSignature) {
    return new Segment(
        number, first, last, rows, marks, content, previous, newHead, newSignature, sealedAt, null);
  }
}
