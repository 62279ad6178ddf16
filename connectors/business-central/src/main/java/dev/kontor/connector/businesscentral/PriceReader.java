package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads prices, one document per article number, as of today in the company's zone. A cursor holds
 * a digest of all prices told: whatever changes one (a line, a card, a rate, a date that passed)
 * shows as a difference, also after days without a poll.
 */
final class PriceReader implements Reader {

  private static final String TOLD = "told";
  private static final String BUCKET = "bucket";
  private static final String AFTER = "after";
  private static final String DIGEST = "digest";

  private final PriceBoard board;

  PriceReader(PriceBoard board) {
    this.board = board;
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    PriceBoard.Now now = board.read();
    JsonNode at = from == null ? Json.object() : ModelJson.parse(from.value());
    PriceBuckets told = PriceBuckets.of(at.path(TOLD));
    int bucket = at.path(BUCKET).asInt(-1);
    String after = Json.text(at, AFTER, "");
    String digest = Json.text(at, DIGEST, "");
    List<Document> documents = new ArrayList<>();
    while (documents.size() < limit) {
      if (bucket < 0) {
        bucket = now.buckets().firstDifference(told, 0);
        if (bucket < 0) {
          return new Page(documents, cursor(told, -1, "", ""), false);
        }
        after = "";
        digest = now.buckets().digests().get(bucket);
      }
      List<PriceBoard.Entry> some = entries(now, bucket, after, limit - documents.size());
      some.forEach(entry -> documents.add(thin(entry, now)));
      if (documents.size() < limit) {
        told = told.with(bucket, digest);
        bucket = -1;
      } else {
        after = some.getLast().article().sku();
      }
    }
    return new Page(documents, cursor(told, bucket, after, digest), true);
  }

  /**
   * A bucket is told as it was when its first article was; what changes meanwhile differs again.
   */
  private static Cursor cursor(PriceBuckets told, int bucket, String after, String digest) {
    ObjectNode json = Json.object();
    json.set(TOLD, told.json());
    if (bucket >= 0) {
      json.put(BUCKET, bucket).put(AFTER, after).put(DIGEST, digest);
    }
    return new Cursor(json.toString());
  }

  private static List<PriceBoard.Entry> entries(
      PriceBoard.Now now, int bucket, String after, int most) {
    return now.entries().values().stream()
        .filter(entry -> PriceBuckets.bucket(entry.article().sku()) == bucket)
        .filter(entry -> entry.article().sku().compareTo(after) > 0)
        .limit(most)
        .toList();
  }

  @Override
  public List<Document> find(Identity identity) {
    String refusal = "prices are found by article number only, given as native id";
    return fetch(List.of(Keys.nativeId(identity, refusal)));
  }

  @Override
  public List<Document> fetch(List<String> skus) {
    PriceBoard.Now now = board.read();
    return skus.stream()
        .distinct()
        .map(sku -> Optional.ofNullable(now.entries().get(sku)))
        .flatMap(Optional::stream)
        .map(entry -> full(entry, now))
        .toList();
  }

  /** The cursor is the last article number told. */
  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    PriceBoard.Now now = board.read();
    String after = from == null ? "" : from.value();
    Stream<PriceBoard.Entry> rest =
        now.entries().values().stream().filter(entry -> entry.article().sku().compareTo(after) > 0);
    List<Document> keys = rest.limit(limit + 1L).map(entry -> thin(entry, now)).toList();
    boolean more = keys.size() > limit;
    List<Document> page = more ? keys.subList(0, limit) : keys;
    return new Page(page, new Cursor(page.isEmpty() ? after : page.getLast().id()), more);
  }

  private static Document thin(PriceBoard.Entry entry, PriceBoard.Now now) {
    return document(entry, now, null);
  }

  private static Document full(PriceBoard.Entry entry, PriceBoard.Now now) {
    return document(entry, now, now.prices().of(entry.article()).content());
  }

  private static Document document(
      PriceBoard.Entry entry, PriceBoard.Now now, @Nullable JsonNode content) {
    String sku = entry.article().sku();
    return new Document(
        EntityType.PRICE, sku, sku, entry.version(), now.changedAt(), false, content);
  }
}
