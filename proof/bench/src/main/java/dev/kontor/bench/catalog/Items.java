package dev.kontor.bench.catalog;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A source that cannot say what changed: each reading goes through all documents, page by page, and
 * a fingerprint of each is its version. None is kept.
 */
final class Items implements Reader {

  private final int count;
  private volatile int every;
  private final AtomicLong read = new AtomicLong();

  Items(int count) {
    this.count = count;
  }

  /** From now on every so-manieth document is another one than before. */
  void change(int everyManieth) {
    every = everyManieth;
    read.set(0);
  }

  /** Documents given out since the last change. */
  long read() {
    return read.get();
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    int first = from == null || from.value().isEmpty() ? 0 : Integer.parseInt(from.value());
    int last = Math.min(count, first + limit);
    List<Document> page = IntStream.range(first, last).mapToObj(this::document).toList();
    read.addAndGet(page.size());
    boolean more = last < count;
    return new Page(page, new Cursor(more ? Integer.toString(last) : ""), more);
  }

  private Document document(int index) {
    boolean changed = every > 0 && index % every == 0;
    ObjectNode item = ModelJson.mapper().createObjectNode();
    String sku = String.format(Locale.ROOT, "SKU-%07d", index);
    item.put("number", sku)
        .put("name", "Merino-Pullover, anthrazit, Größe " + index % 60)
        .put("description", "Feine Merinowolle aus nachweislich guter Haltung. ".repeat(4))
        .put("ean", String.format(Locale.ROOT, "40%011d", index))
        .put("weight", "0.45")
        .put("price", changed ? "64.95" : "59.95")
        .put("onHand", 1 + index % 900);
    String print = fingerprint(ModelJson.mapper().writeValueAsBytes(item));
    return new Document(EntityType.STOCK, sku, sku, print, Instant.EPOCH, false, null);
  }

  private static String fingerprint(byte[] document) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public List<Document> find(Identity identity) {
    throw new FaultException(new Fault.Unsupported("only changes are looked for"));
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    return changes(from, limit);
  }
}
