package dev.kontor.connector.financeoperations.price;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.order.TaxTable;
import dev.kontor.connector.financeoperations.pricing.PriceEngine;
import dev.kontor.connector.financeoperations.pricing.PriceParameters;
import dev.kontor.kit.Snapshots;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads prices, one document per article number, as of today in the company's zone. Agreements bear
 * no time of change, so every poll reads all of them; whatever changes a price (an agreement, a
 * product, a date that passed) shows as a difference from what was told before.
 */
public final class PriceReader implements Reader {

  private final FnoSettings settings;
  private final FnoApi api;
  private final Snapshots snapshots;

  public PriceReader(FnoSettings settings, FnoApi api) {
    this.settings = settings;
    this.api = api;
    this.snapshots = new Snapshots(api.clock(), this::versions);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    Snapshots.Taken board = snapshots.changes(from);
    return board.snapshot().changes(from, limit, sku -> thin(sku, board));
  }

  @Override
  public List<Document> find(Identity identity) {
    if (identity instanceof Identity.NativeId id) {
      return fetch(List.of(id.id()));
    }
    throw new FaultException(
        new Fault.Unsupported("prices are found by article number only, given as native id"));
  }

  @Override
  public List<Document> fetch(List<String> skus) {
    Instant began = api.clock().instant();
    PriceParameters parameters = PriceRules.of(settings);
    List<SheetPlan> plans = plans(parameters);
    PricedArticles articles = articles(parameters).of(skus);
    List<String> items =
        articles.byNumber().values().stream().map(PricedArticle::item).distinct().toList();
    if (items.isEmpty()) {
      return List.of();
    }
    ArticlePrices prices = prices(parameters, plans, PriceTables.of(api, plans, items), articles);
    return articles.byNumber().values().stream()
        .map(
            article -> {
              PricedContent priced = prices.of(article);
              return document(article.sku(), priced.version(), began, priced.content());
            })
        .toList();
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    Snapshots.Taken board = snapshots.keys(from);
    return board.snapshot().keys(from, limit, sku -> thin(sku, board));
  }

  private SortedMap<String, String> versions() {
    PriceParameters parameters = PriceRules.of(settings);
    List<SheetPlan> plans = plans(parameters);
    PricedArticles articles = articles(parameters).all();
    ArticlePrices prices = prices(parameters, plans, PriceTables.all(api, plans), articles);
    SortedMap<String, String> versions = new TreeMap<>();
    articles.byNumber().forEach((sku, article) -> versions.put(sku, prices.of(article).version()));
    return versions;
  }

  private List<SheetPlan> plans(PriceParameters parameters) {
    return new PriceAudiences(settings, api, parameters.accountingCurrency()).plans();
  }

  private PricedArticles articles(PriceParameters parameters) {
    return new PricedArticles(settings, api, PricePlaces.of(settings, parameters));
  }

  private ArticlePrices prices(
      PriceParameters parameters,
      List<SheetPlan> plans,
      PriceTables tables,
      PricedArticles articles) {
    return new ArticlePrices(
        plans,
        new PriceEngine(parameters),
        tables,
        ArticlePrices.book(tables, articles),
        new TaxTable(settings.open().path("taxes")),
        LocalDate.ofInstant(api.clock().instant(), settings.zone()));
  }

  private static Document thin(String sku, Snapshots.Taken board) {
    return document(sku, board.version(sku), board.began(), null);
  }

  private static Document document(
      String sku, String version, Instant began, @Nullable JsonNode content) {
    return new Document(EntityType.PRICE, sku, sku, version, began, false, content);
  }
}
