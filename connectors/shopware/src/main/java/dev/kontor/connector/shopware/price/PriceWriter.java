package dev.kontor.connector.shopware.price;

import dev.kontor.connector.shopware.Absent;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.Outcomes;
import dev.kontor.connector.shopware.api.ShopFacts;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.Standings;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.connector.shopware.catalogue.PricedByList;
import dev.kontor.connector.shopware.price.PriceRows.Plan;
import dev.kontor.connector.shopware.price.PriceRules.PriceRule;
import dev.kontor.kit.BatchSize;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    Outcomes outcomes = new Outcomes(batch.size());
    Map<Integer, PriceList> lists = new TreeMap<>();
    outcomes.each(i -> lists.put(i, list(batch.get(i))));
    if (!lists.isEmpty()) {
      size.timed(lists.size(), () -> put(lists, outcomes));
    }
    return outcomes.all();
  }

  private static PriceList list(Write write) {
    if (write.action() != Write.Action.UPDATE) {
      throw new FaultException(
          new Fault.Unsupported("prices are updated only, those of a product"));
    }
    return PriceList.of(write.content());
  }

  /** What is to be written for one product. */
  private record Job(String number, JsonNode product, Plan plan) {}

  @Override
  public List<Standing> compare(List<Draft> drafts) {
    Outcomes refused = new Outcomes(drafts.size());
    Map<Integer, PriceList> lists = new TreeMap<>();
    refused.each(i -> lists.put(i, PriceList.of(drafts.get(i).content())));
    SyncBatch sync = sync(jobs(lists, refused));
    return Standings.of(drafts.size(), refused, sync.changes(api));
  }

  private SyncBatch sync(Map<Integer, Job> jobs) {
    SyncBatch sync = new SyncBatch();
    rules(jobs, sync);
    jobs.forEach((i, job) -> rows(i, job, sync));
    return sync;
  }

  private void put(Map<Integer, PriceList> lists, Outcomes outcomes) {
    Map<Integer, Job> jobs = jobs(lists, outcomes);
    SyncBatch sync = sync(jobs);
    jobs.forEach((i, job) -> outcomes.put(i, written(job.product())));
    outcomes.refuse(sync.send(api));
  }

  private Map<Integer, Job> jobs(Map<Integer, PriceList> lists, Outcomes outcomes) {
    Map<String, JsonNode> products = products(lists.values());
    Map<Integer, Job> jobs = new TreeMap<>();
    lists.forEach((i, list) -> outcomes.attempt(i, () -> jobs.put(i, job(list, products))));
    return jobs;
  }

  private Job job(PriceList list, Map<String, JsonNode> products) {
    JsonNode product = products.get(list.number());
    if (product == null) {
      throw new FaultException(Absent.product(list.number()));
    }
    boolean variant = !ShopRow.text(product, "parentId").isEmpty();
    return new Job(list.number(), product, rows.plan(list, ShopRow.id(product), variant));
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

  private void rows(int document, Job job, SyncBatch sync) {
    ObjectNode row = PricedByList.row(job.product());
    if (job.plan().base() != null) {
      row.set("price", job.plan().base());
    }
    if (row.size() > 1) {
      sync.update(document, "product", row, Absent.product(job.number()));
    }
    job.plan().rows().values().forEach(price -> sync.upsert(document, "product_price", price));
    old(job).forEach(price -> sync.delete(document, "product_price", price));
  }

  /** Rows of the hub for what the list no longer has. */
  private List<ObjectNode> old(Job job) {
    String id = ShopRow.id(job.product());
    return job.product()
        .path("prices")
        .valueStream()
        .filter(row -> rows.isOwn(row, id) && !job.plan().rows().containsKey(ShopRow.id(row)))
        .map(row -> ShopRow.of(ShopRow.id(row)))
        .toList();
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

  private static Outcome written(JsonNode product) {
    return new Outcome.Written(ShopRow.id(product), ShopRow.text(product, "productNumber"), null);
  }
}
