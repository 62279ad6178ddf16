package dev.kontor.connector.shopware.price;

import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopFacts;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.connector.shopware.catalogue.Owned;
import dev.kontor.connector.shopware.price.PriceRows.Plan;
import dev.kontor.connector.shopware.price.PriceRules.PriceRule;
import dev.kontor.kit.BatchSize;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what articles cost, hundreds in one call. Rows are known by ids made of product, rule and
 * quantity: a repetition changes nothing, and rows under rules of the shop's people stay.
 */
public final class PriceWriter implements Writer {

  private static final int MOST_ARTICLES = 200;
  private static final Duration WANTED = Duration.ofSeconds(15);

  private final ShopwareApi api;
  private final PriceRules rules;
  private final PriceRows rows;
  private final BatchSize size = new BatchSize(MOST_ARTICLES, MOST_ARTICLES, WANTED);

  public PriceWriter(ShopwareApi api, ShopwareSettings settings, ShopFacts facts) {
    this.api = api;
    this.rules = new PriceRules(api, settings, facts);
    this.rows = new PriceRows(settings, facts, rules);
  }

  @Override
  public int maxBatch() {
    return size.now();
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    Plan plan = rows.plan(PriceList.of(content), "", false);
    return new Prepared.Ready(content, notes(plan));
  }

  private static List<String> notes(Plan plan) {
    return plan.base() != null
        ? plan.notes()
        : Stream.concat(
                plan.notes().stream(),
                Stream.of("the source states no price for everybody; the product keeps its own"))
            .toList();
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    Map<Integer, Outcome> outcomes = new HashMap<>();
    Map<Integer, PriceList> lists = new TreeMap<>();
    for (int i = 0; i < batch.size(); i++) {
      Write write = batch.get(i);
      try {
        if (write.action() != Write.Action.UPDATE) {
          outcomes.put(i, new Fault.Unsupported("prices are updated only, those of a product"));
        } else {
          lists.put(i, PriceList.of(write.content()));
        }
      } catch (FaultException e) {
        outcomes.put(i, e.fault());
      }
    }
    if (!lists.isEmpty()) {
      size.timed(lists.size(), () -> put(lists, outcomes));
    }
    return IntStream.range(0, batch.size())
        .mapToObj(i -> Objects.requireNonNull(outcomes.get(i)))
        .toList();
  }

  /** What is to be written for one product. */
  private record Job(PriceList list, JsonNode product, Plan plan) {}

  private void put(Map<Integer, PriceList> lists, Map<Integer, Outcome> outcomes) {
    Map<Integer, Job> jobs = jobs(lists, outcomes);
    SyncBatch sync = new SyncBatch();
    rules(jobs, sync);
    jobs.forEach((i, job) -> rows(i, job.plan(), job.product(), sync));
    jobs.forEach((i, job) -> outcomes.put(i, written(job.product())));
    outcomes.putAll(sync.send(api, () -> gone(jobs)));
  }

  private Map<Integer, Job> jobs(Map<Integer, PriceList> lists, Map<Integer, Outcome> outcomes) {
    Map<String, JsonNode> products = products(lists.values());
    Map<Integer, Job> jobs = new TreeMap<>();
    lists.forEach(
        (i, list) -> {
          JsonNode product = products.get(list.number());
          if (product == null) {
            outcomes.put(i, missing(list.number()));
            return;
          }
          try {
            boolean variant = !ShopRow.text(product, "parentId").isEmpty();
            Plan plan = rows.plan(list, ShopRow.id(product), variant);
            jobs.put(i, new Job(list, product, plan));
          } catch (FaultException e) {
            outcomes.put(i, e.fault());
          }
        });
    return jobs;
  }

  private void rules(Map<Integer, Job> jobs, SyncBatch sync) {
    List<PriceRule> used =
        jobs.values().stream().flatMap(job -> job.plan().rules().stream()).distinct().toList();
    Set<String> existing = rules.existing(used);
    jobs.forEach(
        (i, job) ->
            job.plan().rules().stream()
                .filter(rule -> !existing.contains(rule.id()))
                .forEach(rule -> PriceRules.make(rule, i, sync)));
  }

  private void rows(int document, Plan plan, JsonNode product, SyncBatch sync) {
    String id = ShopRow.id(product);
    ObjectNode row = ShopRow.of(id);
    if (plan.base() != null) {
      row.set("price", plan.base());
    }
    if (!Owned.priced(product)) {
      row.putObject("customFields").put(Owned.PRICED, true);
    }
    if (row.size() > 1) {
      sync.upsert(document, "product", row);
    }
    plan.rows().values().forEach(price -> sync.upsert(document, "product_price", price));
    for (JsonNode old : product.path("prices")) {
      String rowId = ShopRow.id(old);
      String ruleId = ShopRow.text(old, "ruleId");
      int start = old.path("quantityStart").asInt(0);
      if (rows.isOwn(rowId, id, ruleId, start) && !plan.rows().containsKey(rowId)) {
        sync.delete(document, "product_price", ShopRow.of(rowId));
      }
    }
  }

  private Map<String, JsonNode> products(Collection<PriceList> lists) {
    Map<String, JsonNode> products = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Set<String> numbers = new TreeSet<>();
    lists.forEach(list -> numbers.add(list.number()));
    Criteria criteria =
        new Criteria(Criteria.MAX_LIMIT)
            .anyOf("productNumber", numbers)
            .with("prices")
            .include(
                "product", List.of("id", "parentId", "productNumber", "customFields", "prices"))
            .include("product_price", List.of("id", "ruleId", "quantityStart"))
            .ascending("id");
    api.statedAll("product", criteria)
        .forEach(row -> products.put(ShopRow.text(row, "productNumber"), row));
    return products;
  }

  /** The shop takes a product that is gone for a new one. */
  private Map<Integer, Fault> gone(Map<Integer, Job> jobs) {
    Map<String, JsonNode> products = products(jobs.values().stream().map(Job::list).toList());
    Map<Integer, Fault> gone = new HashMap<>();
    jobs.forEach(
        (i, job) -> {
          if (!products.containsKey(job.list().number())) {
            gone.put(i, missing(job.list().number()));
          }
        });
    return gone;
  }

  private static Fault missing(String number) {
    return new Fault.Missing(
        EntityType.PRODUCT, number, "the shop has no product with article number " + number);
  }

  private static Outcome written(JsonNode product) {
    return new Outcome.Written(ShopRow.id(product), ShopRow.text(product, "productNumber"), null);
  }
}
