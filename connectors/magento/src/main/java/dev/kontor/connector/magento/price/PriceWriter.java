package dev.kontor.connector.magento.price;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.PriceSettings;
import dev.kontor.connector.magento.api.Articles;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.kit.BatchSize;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Sets what articles cost whom: base prices, and tier prices of everybody and of customer groups.
 * What is there is looked at first, and only what differs is written; absolute, so a repetition
 * changes nothing.
 */
public final class PriceWriter implements Writer {

  private static final int MOST = 100;
  private static final Duration WANTED = Duration.ofSeconds(15);

  private final PriceCalls calls;
  private final PriceSettings settings;
  private final BatchSize size = new BatchSize(MOST, MOST, WANTED);

  public PriceWriter(MagentoApi api, MagentoSettings settings) {
    this.calls = new PriceCalls(api);
    this.settings = settings.prices();
  }

  @Override
  public int maxBatch() {
    return size.now();
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    Prices prices = Prices.of(content, settings, calls.currency());
    return new Prepared.Ready(content, prices.notes());
  }

  /** By place: what is to be done, or why it cannot be. */
  private record Judged(List<@Nullable Fault> faults, Map<Integer, Changes> changes) {}

  private Judged judge(List<JsonNode> contents) {
    List<@Nullable Fault> faults = new ArrayList<>();
    Map<Integer, Prices> wanted = new LinkedHashMap<>();
    String currency = calls.currency();
    for (int i = 0; i < contents.size(); i++) {
      faults.add(null);
      try {
        wanted.put(i, Prices.of(contents.get(i), settings, currency));
      } catch (FaultException e) {
        faults.set(i, e.fault());
      }
    }
    Map<String, JsonNode> articles =
        calls.articles(wanted.values().stream().map(Prices::sku).distinct().toList());
    Map<Integer, Changes> changes = new LinkedHashMap<>();
    Map<String, List<JsonNode>> tiers = tiers(articles);
    wanted.forEach(
        (i, prices) -> {
          JsonNode article = articles.get(OpenPieces.key(prices.sku()));
          faults.set(i, fault(prices, article));
          if (article != null && faults.get(i) == null) {
            changes.put(i, changes(prices, article, tiers));
          }
        });
    return new Judged(faults, changes);
  }

  private Map<String, List<JsonNode>> tiers(Map<String, JsonNode> articles) {
    List<String> skus =
        articles.values().stream().map(article -> article.path("sku").asString("")).toList();
    return skus.isEmpty() ? Map.of() : calls.tiers(skus);
  }

  private static @Nullable Fault fault(Prices prices, @Nullable JsonNode article) {
    if (article == null) {
      return Articles.absent(prices.sku());
    }
    String type = article.path("type_id").asString("");
    return new Articles.Article(prices.sku(), type).isMadeOfOthers()
        ? new Fault.Invalid(
            "sku", "is a " + type + " article in the shop, whose price is that of its parts", null)
        : null;
  }

  private static Changes changes(
      Prices prices, JsonNode article, Map<String, List<JsonNode>> tiers) {
    String sku = article.path("sku").asString("");
    return Changes.of(
        sku,
        prices,
        Prices.number(article, "price"),
        tiers.getOrDefault(OpenPieces.key(sku), List.of()));
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    if (batch.stream().anyMatch(write -> write.action() != Write.Action.UPDATE)) {
      return Collections.nCopies(
          batch.size(), new Fault.Unsupported("prices are updated only, those of an article"));
    }
    List<Outcome> outcomes = new ArrayList<>();
    size.timed(batch.size(), () -> outcomes.addAll(written(batch)));
    return outcomes;
  }

  private List<Outcome> written(List<Write> batch) {
    Judged judged = judge(batch.stream().map(Write::content).toList());
    Map<String, Fault> refused = put(List.copyOf(judged.changes().values()));
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Fault fault = judged.faults().get(i);
      outcomes.add(
          fault != null
              ? fault
              : outcome(Objects.requireNonNull(judged.changes().get(i)).sku(), refused));
    }
    return outcomes;
  }

  private static Outcome outcome(String sku, Map<String, Fault> refused) {
    Fault fault = refused.get(OpenPieces.key(sku));
    return fault == null ? new Outcome.Written(sku, sku, null) : fault;
  }

  /** What is new first, so that nobody pays more in between than before and after. */
  private Map<String, Fault> put(List<Changes> changes) {
    Map<String, Fault> refused = new HashMap<>();
    refused.putAll(
        calls.setTiers(changes.stream().flatMap(one -> one.setRows().stream()).toList()));
    refused.putAll(
        calls.deleteTiers(changes.stream().flatMap(one -> one.goneRows().stream()).toList()));
    refused.putAll(
        calls.setBase(
            changes.stream().filter(one -> one.base() != null).map(PriceWriter::base).toList()));
    return refused;
  }

  private static JsonNode base(Changes changes) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sku", changes.sku())
        .put("price", changes.base())
        .put("store_id", 0);
  }

  @Override
  public List<Standing> compare(List<Draft> drafts) {
    Judged judged = judge(drafts.stream().map(Draft::content).toList());
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Fault fault = judged.faults().get(i);
      if (fault instanceof Fault.Missing) {
        standings.add(Standing.ABSENT);
      } else if (fault != null) {
        standings.add(new Standing.Incomparable(fault));
      } else {
        standings.add(standing(Objects.requireNonNull(judged.changes().get(i))));
      }
    }
    return standings;
  }

  private static Standing standing(Changes changes) {
    if (changes.isNothing()) {
      return Standing.SAME;
    }
    List<Standing.Field> fields = new ArrayList<>();
    changes
        .wanted()
        .forEach(
            (name, wanted) -> fields.add(new Standing.Field(name, wanted, changes.there(name))));
    return new Standing.Other(fields, Instant.EPOCH);
  }
}
