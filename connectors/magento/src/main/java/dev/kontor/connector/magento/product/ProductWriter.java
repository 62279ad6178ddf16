package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.connector.magento.picture.Gallery;
import dev.kontor.connector.magento.sharedcatalog.Assignments;
import dev.kontor.kit.BatchSize;
import dev.kontor.kit.Faults;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes articles, many in one call. What is there is read first and only what is the source's word
 * and differs is written, so a repetition changes nothing, and what people keep up in the shop
 * stays.
 */
public final class ProductWriter implements Writer {

  private static final Duration WANTED = Duration.ofSeconds(20);

  private final MagentoApi api;
  private final MagentoSettings settings;
  private final ShopFacts facts;
  private final Sending sending;
  private final Assignments assignments;
  private final InstantSource clock;
  private final BatchSize size;
  private final Together together;

  public ProductWriter(MagentoApi api, MagentoSettings settings, ShopFacts facts, Toolbox toolbox) {
    this.api = api;
    this.settings = settings;
    this.facts = facts;
    this.sending = settings.products().bulk() ? new Bulk(api, toolbox) : new Single(api);
    this.assignments = new Assignments(api, facts.sharedCatalogs(), toolbox.clock());
    this.together = new Together(sending.most());
    this.clock = toolbox.clock();
    this.size = new BatchSize(sending.most(), sending.most(), WANTED);
  }

  @Override
  public int maxBatch() {
    return settings.products().pictures() ? Math.min(size.now(), together.now()) : size.now();
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return prepareAll(List.of(new Draft(content, model))).getFirst();
  }

  @Override
  public List<Prepared> prepareAll(List<Draft> drafts) {
    Plans plans = plans(false);
    List<Prepared> answers = new ArrayList<>();
    Map<Integer, Plan> judged = new TreeMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      answers.add(judged(i, drafts.get(i).content(), plans, judged));
    }
    if (settings.products().pictures()) {
      files(judged, answers);
    }
    return answers;
  }

  /** What is empty is to be taken away. */
  private static Prepared judged(
      int place, JsonNode content, Plans plans, Map<Integer, Plan> judged) {
    if (content.isEmpty()) {
      return new Prepared.Ready(content, List.of());
    }
    try {
      Article article = Article.of(content);
      judged.put(place, plans.plan(article, null));
      return new Prepared.Ready(content, plans.notes(article));
    } catch (FaultException e) {
      return new Prepared.Refused(e.fault());
    }
  }

  /** Asks for the pictures that the shop lacks. */
  private void files(Map<Integer, Plan> judged, List<Prepared> answers) {
    Set<String> skus = new LinkedHashSet<>();
    judged
        .values()
        .forEach(
            plan ->
                plan.shown().stream()
                    .filter(shown -> !shown.images().isEmpty())
                    .forEach(shown -> skus.add(shown.sku())));
    Map<String, JsonNode> rows = ShopRows.galleries(api).of(ProductSettings.ALL_VIEWS, skus);
    Set<String> all = new LinkedHashSet<>();
    judged.forEach(
        (place, plan) -> {
          Set<String> missing = new LinkedHashSet<>();
          plan.shown()
              .forEach(
                  shown ->
                      Gallery.of(shown.images(), rows.get(OpenPieces.key(shown.sku())))
                          .missing()
                          .forEach(image -> missing.add(image.reference())));
          if (answers.get(place) instanceof Prepared.Ready ready) {
            answers.set(
                place, new Prepared.Ready(ready.content(), ready.notes(), List.copyOf(missing)));
          }
          all.addAll(missing);
        });
    together.saw(judged.size(), all.size());
  }

  /** A wrong setting for articles is no reason to keep orders. */
  private Plans plans(boolean making) {
    try {
      Plans plans = new Plans(settings, facts, making);
      facts.checkNamed();
      return plans;
    } catch (FaultException e) {
      throw ofArticles(e);
    }
  }

  private static FaultException ofArticles(FaultException e) {
    return e.fault() instanceof Fault.Misconfigured wrong
        ? new FaultException(new Fault.Forbidden(wrong.setting(), wrong.message()))
        : e;
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    ShopRows shop = ShopRows.of(api, settings.products());
    Round round =
        new Round(shop, sending, assignments, new Finish(api), Pace.begun(clock), batch.size());
    Plans plans = plans(true);
    size.timed(
        batch.size(),
        () -> {
          for (int i = 0; i < batch.size(); i++) {
            add(round, i, batch.get(i), plans);
          }
          write(round);
        });
    return round.outcomes();
  }

  private static void write(Round round) {
    try {
      round.write();
    } catch (FaultException e) {
      throw ofArticles(e);
    }
  }

  private static void add(Round round, int place, Write write, Plans plans) {
    try {
      Article before = before(write.before());
      round.add(
          place,
          write.action() == Write.Action.DELETE
              ? Plans.gone(Article.number(String.valueOf(write.targetId())), before)
              : plans.plan(Article.of(write.content()), before),
          write.attachments());
    } catch (FaultException e) {
      if (!Faults.isAboutDocument(e.fault()) && !(e.fault() instanceof Fault.Conflict)) {
        throw e;
      }
      round.refuse(place, e.fault());
    }
  }

  /** Null where nothing of it is known, or nothing that can be read by now. */
  private static @Nullable Article before(@Nullable JsonNode content) {
    try {
      return content == null || content.isEmpty() ? null : Article.of(content);
    } catch (FaultException e) {
      return null;
    }
  }

  @Override
  public List<Standing> compare(List<Draft> drafts) {
    Plans plans = plans(false);
    return new Comparison(ShopRows.of(api, settings.products()), assignments)
        .of(drafts.stream().map(draft -> asked(draft.content(), plans)).toList());
  }

  private static Asked asked(JsonNode content, Plans plans) {
    try {
      return new Asked(plans.plan(Article.of(content), null), null);
    } catch (FaultException e) {
      return new Asked(null, e.fault());
    }
  }

  /** Number as the shop compares it. */
  static String key(JsonNode row) {
    return OpenPieces.key(row.path("sku").asString(""));
  }
}
