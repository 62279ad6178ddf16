package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.kit.BatchSize;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private final BatchSize size;

  public ProductWriter(MagentoApi api, MagentoSettings settings, ShopFacts facts, Toolbox toolbox) {
    this.api = api;
    this.settings = settings;
    this.facts = facts;
    this.sending = settings.products().bulk() ? new Bulk(api, toolbox) : new Single(api);
    this.size = new BatchSize(sending.most(), sending.most(), WANTED);
  }

  @Override
  public int maxBatch() {
    return size.now();
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    // What is empty is to be taken away.
    return content.isEmpty()
        ? new Prepared.Ready(content, List.of())
        : new Prepared.Ready(content, rows().notes(article(content)));
  }

  private static Article article(JsonNode content) {
    Article article = Article.of(content);
    if (!article.variants().isEmpty()) {
      throw new FaultException(
          new Fault.Unsupported("articles with variants are not written to Magento yet"));
    }
    return article;
  }

  /** A wrong setting for articles is no reason to keep orders. */
  private Rows rows() {
    try {
      return new Rows(settings, facts);
    } catch (FaultException e) {
      throw e.fault() instanceof Fault.Misconfigured wrong
          ? new FaultException(new Fault.Forbidden(wrong.setting(), wrong.message()))
          : e;
    }
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    Round round = new Round(api, sending, batch.size());
    Rows rows = rows();
    for (int i = 0; i < batch.size(); i++) {
      add(round, i, batch.get(i), rows);
    }
    size.timed(batch.size(), round::write);
    return round.outcomes();
  }

  private static void add(Round round, int place, Write write, Rows rows) {
    try {
      round.add(
          place,
          write.action() == Write.Action.DELETE
              ? removed(String.valueOf(write.targetId()))
              : parts(article(write.content()), rows));
    } catch (FaultException e) {
      round.refuse(place, e.fault());
    }
  }

  /** One that is gone in the shop as well needs nothing more. */
  private static List<Part> removed(String sku) {
    Wanted disabled = Rows.removed(Article.number(sku));
    return List.of(new Part(ProductSettings.ALL_VIEWS, disabled, true));
  }

  private static List<Part> parts(Article article, Rows rows) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(ProductSettings.ALL_VIEWS, rows.product(article), false));
    rows.views(article).forEach((view, wanted) -> parts.add(new Part(view, wanted, true)));
    return parts;
  }

  @Override
  public List<Standing> compare(List<Draft> drafts) {
    Rows rows = rows();
    Comparison comparison = new Comparison(new ShopRows(api));
    return comparison.of(drafts.stream().map(draft -> parts(draft.content(), rows)).toList());
  }

  private static Asked parts(JsonNode content, Rows rows) {
    try {
      return new Asked(parts(article(content), rows), null);
    } catch (FaultException e) {
      return new Asked(List.of(), e.fault());
    }
  }

  /** Number as the shop compares it. */
  static String key(JsonNode row) {
    return OpenPieces.key(row.path("sku").asString(""));
  }
}
