package dev.kontor.connector.magento.stock;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.Articles;
import dev.kontor.connector.magento.api.Articles.Article;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.stock.SourceItems.Item;
import dev.kontor.kit.BatchSize;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sets how many may be sold: {@code {sku, quantity, locations?}}. The shop subtracts its open
 * orders from what lies at its sources, so these are added to what is written there
 * (magento/contract.md §7). Absolute, so a repetition changes nothing; what is there is not
 * written.
 */
public final class StockWriter implements Writer {

  /** 1,000 rows took a real shop 0.9 s (magento/observed.md, Catalogue and stock). */
  private static final int MOST = 300;

  private static final Duration WANTED = Duration.ofSeconds(15);

  private final MagentoApi api;
  private final StockSetup setup;
  private final Articles articles;
  private final SourceItems items;
  private final OpenOrders orders;
  private final BatchSize size = new BatchSize(MOST, MOST, WANTED);

  public StockWriter(
      MagentoApi api,
      MagentoSettings settings,
      StockSetup setup,
      Articles articles,
      Toolbox toolbox) {
    this.api = api;
    this.setup = setup;
    this.articles = articles;
    this.items = new SourceItems(api);
    this.orders = new OpenOrders(api, settings, setup, toolbox.clock());
  }

  @Override
  public int maxBatch() {
    return size.now();
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    Fault fault = StockLevel.fault(content);
    return fault == null ? new Prepared.Ready(content, List.of()) : new Prepared.Refused(fault);
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    List<@Nullable Outcome> outcomes = new ArrayList<>();
    List<StockLevel> levels = new ArrayList<>();
    for (Write write : batch) {
      Fault fault = fault(write);
      outcomes.add(fault);
      if (fault == null) {
        levels.add(StockLevel.of(write.content()));
      }
    }
    Map<String, Outcome> written = written(levels);
    for (int i = 0; i < batch.size(); i++) {
      if (outcomes.get(i) == null) {
        outcomes.set(i, written.get(StockLevel.of(batch.get(i).content()).key()));
      }
    }
    return outcomes.stream().map(Objects::requireNonNull).toList();
  }

  private static @Nullable Fault fault(Write write) {
    return write.action() == Write.Action.DELETE
        ? new Fault.Unsupported("a stock cannot be deleted; set it to 0")
        : StockLevel.fault(write.content());
  }

  private Map<String, Outcome> written(List<StockLevel> levels) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    Map<String, Share> shares = shares(levels, outcomes);
    if (!shares.isEmpty()) {
      outcomes.putAll(refused(List.copyOf(shares.values())));
      judge(shares, outcomes);
    }
    shares.forEach(
        (key, share) ->
            outcomes.putIfAbsent(key, new Outcome.Written(share.sku(), share.sku(), null)));
    return outcomes;
  }

  /** A source that has gone is not the articles' fault. */
  private Map<String, Fault> refused(List<Share> shares) {
    Map<String, Fault> refused = SourceWrites.send(api, size, shares);
    if (refused.size() == shares.size()) {
      List<String> before = setup.get().sources();
      setup.forget();
      if (!before.equals(setup.get().sources())) {
        throw new FaultException(new Fault.Conflict("the sources of the shop's stock changed"));
      }
    }
    return refused;
  }

  /** Of articles the shop has and that lie anywhere; the others' faults are their outcomes. */
  private Map<String, Share> shares(List<StockLevel> levels, Map<String, Outcome> outcomes) {
    Map<String, StockLevel> known = new LinkedHashMap<>();
    Map<String, Article> found = articles.of(levels.stream().map(StockLevel::sku).toList());
    for (StockLevel level : levels) {
      Article article = found.get(level.key());
      if (article == null) {
        outcomes.put(level.key(), Articles.absent(level.sku()));
      } else if (article.isMadeOfOthers()) {
        outcomes.put(level.key(), madeOfOthers(article));
      } else {
        known.put(level.key(), level);
      }
    }
    return known.isEmpty() ? Map.of() : shares(known, found);
  }

  private Map<String, Share> shares(Map<String, StockLevel> levels, Map<String, Article> found) {
    ShopStock stock = setup.get();
    List<String> skus = found.values().stream().map(Article::sku).toList();
    Map<String, BigDecimal> taken = orders.taken();
    Map<String, Map<String, Item>> there = items.of(skus, stock.sources());
    Map<String, Share> shares = new LinkedHashMap<>();
    levels.forEach(
        (key, level) ->
            shares.put(
                key,
                new Share(
                    Objects.requireNonNull(found.get(key)).sku(),
                    level,
                    taken.getOrDefault(key, BigDecimal.ZERO),
                    stock,
                    there.getOrDefault(key, Map.of()))));
    return shares;
  }

  private static Fault madeOfOthers(Article article) {
    return new Fault.Invalid(
        "sku",
        "is a " + article.type() + " article in the shop, whose stock is that of its parts",
        null);
  }

  /**
   * Pieces that left or were given free between reading and writing were written nevertheless; more
   * open orders are right, as they came in since.
   */
  private void judge(Map<String, Share> shares, Map<String, Outcome> outcomes) {
    if (shares.values().stream().allMatch(share -> share.changes().isEmpty())) {
      return;
    }
    Map<String, BigDecimal> now = orders.taken();
    shares.forEach(
        (key, share) -> {
          if (now.getOrDefault(key, BigDecimal.ZERO).compareTo(share.taken()) < 0) {
            outcomes.putIfAbsent(
                key,
                new Fault.Conflict(
                    "the shop shipped or closed an order of "
                        + share.sku()
                        + " while its stock was written"));
          }
        });
  }

  @Override
  public List<Standing> compare(List<Draft> drafts) {
    List<StockLevel> levels = new ArrayList<>();
    drafts.stream()
        .filter(draft -> StockLevel.fault(draft.content()) == null)
        .forEach(draft -> levels.add(StockLevel.of(draft.content())));
    Map<String, Outcome> faults = new LinkedHashMap<>();
    Map<String, Share> shares = shares(levels, faults);
    return drafts.stream().map(draft -> standing(draft.content(), shares, faults)).toList();
  }

  private static Standing standing(
      JsonNode content, Map<String, Share> shares, Map<String, Outcome> faults) {
    Fault wrong = StockLevel.fault(content);
    if (wrong != null) {
      return new Standing.Incomparable(wrong);
    }
    StockLevel level = StockLevel.of(content);
    Share share = shares.get(level.key());
    if (share == null) {
      return faults.get(level.key()) instanceof Fault.Invalid invalid
          ? new Standing.Incomparable(invalid)
          : Standing.ABSENT;
    }
    if (share.there().isEmpty()) {
      return Standing.ABSENT;
    }
    if (share.shown().compareTo(level.quantity()) == 0) {
      return Standing.SAME;
    }
    return new Standing.Other(
        List.of(
            new Standing.Field(
                "salable quantity",
                level.quantity().toPlainString(),
                share.shown().stripTrailingZeros().toPlainString())),
        Instant.EPOCH);
  }
}
