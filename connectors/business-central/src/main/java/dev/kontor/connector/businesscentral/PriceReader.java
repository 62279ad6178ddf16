package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads prices, one document per article number, as of today in the company's zone. Whatever
 * changes one (a line, a card, a rate, a date that passed) shows as a difference from what was told
 * before.
 */
final class PriceReader implements Reader {

  private final PriceBoard board;

  PriceReader(PriceBoard board) {
    this.board = board;
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    PriceBoard.Now now = board.read();
    return now.snapshot().changes(from, limit, sku -> thin(sku, now));
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

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    PriceBoard.Now now = board.read();
    return now.snapshot().keys(from, limit, sku -> thin(sku, now));
  }

  private static Document thin(String sku, PriceBoard.Now now) {
    return document(Objects.requireNonNull(now.entries().get(sku)), now, null);
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
