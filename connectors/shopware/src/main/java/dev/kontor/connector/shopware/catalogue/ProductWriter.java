package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.Absent;
import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.ShopwareSettings;
import dev.kontor.connector.shopware.api.Outcomes;
import dev.kontor.connector.shopware.api.ShopFacts;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.Standings;
import dev.kontor.connector.shopware.api.SyncBatch;
import dev.kontor.kit.BatchSize;
import dev.kontor.spi.Attachment;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes articles with their variants, many in one call. Ids come from connection and article
 * number and everything is looked for before it is written, so a repetition changes nothing; a
 * product that people made under the same article number is adopted.
 */
public final class ProductWriter implements Writer {

  /** Their pictures are held in memory together. */
  private static final int MOST_PRODUCTS = 25;

  private static final Duration WANTED = Duration.ofSeconds(15);

  private final ShopwareApi api;
  private final ShopwareSettings settings;
  private final Costs costs;
  private final Wording wording;
  private final Pictures pictures;
  private final BatchSize size = new BatchSize(MOST_PRODUCTS, MOST_PRODUCTS, WANTED);

  public ProductWriter(
      ShopwareApi api, ShopwareSettings settings, ShopFacts facts, Toolbox toolbox) {
    this.api = api;
    this.settings = settings;
    this.costs = new Costs(facts);
    this.wording = new Wording(facts, settings.products().language());
    this.pictures = new Pictures(api, toolbox);
  }

  @Override
  public int maxBatch() {
    return size.now();
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return prepareAll(List.of(new Draft(content, model))).getFirst();
  }

  @Override
  public List<Prepared> prepareAll(List<Draft> drafts) {
    List<Prepared> answers = new ArrayList<>();
    Map<Integer, Article> articles = new TreeMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      answers.add(judged(i, drafts.get(i).content(), articles));
    }
    Set<Image> missing =
        pictures.missing(
            articles.values().stream().flatMap(a -> a.allPictures().stream()).toList());
    articles.forEach(
        (i, article) ->
            answers.set(
                i,
                new Prepared.Ready(
                    drafts.get(i).content(), notes(article), references(article, missing))));
    return answers;
  }

  /** What is empty is to be deleted. */
  private Prepared judged(int i, JsonNode content, Map<Integer, Article> articles) {
    try {
      if (!content.isEmpty()) {
        articles.put(i, judged(content));
      }
      return new Prepared.Ready(content, List.of());
    } catch (FaultException e) {
      return new Prepared.Refused(e.fault());
    }
  }

  private static List<String> references(Article article, Set<Image> missing) {
    return article.allPictures().stream()
        .filter(missing::contains)
        .map(Image::reference)
        .distinct()
        .toList();
  }

  private Article judged(JsonNode content) {
    Article article = Article.of(content);
    costs.stated(article, settings.products().taxRates());
    costs.currency(article.price());
    Fault fault = Pictures.fault(article);
    if (fault != null) {
      throw new FaultException(fault);
    }
    return article;
  }

  private List<String> notes(Article article) {
    List<String> notes = new ArrayList<>();
    List<Words> texts =
        Stream.of(
                article.texts().stream(),
                article.variants().stream().flatMap(variant -> variant.texts().stream()),
                article.properties().stream().flatMap(one -> one.valueTexts().stream()))
            .flatMap(all -> all)
            .toList();
    for (String language : wording.unknown(texts)) {
      notes.add("the shop has no language " + language + "; its texts were left out");
    }
    if (!article.categories().isEmpty() && settings.products().rootCategory() == null) {
      notes.add("categories were left out; the setting products.rootCategory is not set");
    }
    if (article.price().amount() == null && !article.leaves("price")) {
      notes.add("the source states no price; the article is not sold until it has one");
    }
    return notes;
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    Outcomes outcomes = new Outcomes(batch.size());
    Map<Integer, Article> articles = new TreeMap<>();
    outcomes.each(
        i -> {
          if (batch.get(i).action() != Write.Action.DELETE) {
            articles.put(i, judged(batch.get(i).content()));
          }
        });
    size.timed(batch.size(), () -> put(batch, articles, outcomes));
    return outcomes.all();
  }

  @Override
  public List<Standing> compare(List<Draft> drafts) {
    Outcomes refused = new Outcomes(drafts.size());
    Map<Integer, Article> articles = new TreeMap<>();
    refused.each(i -> articles.put(i, judged(drafts.get(i).content())));
    List<String> targets =
        drafts.stream().map(Draft::targetId).filter(Objects::nonNull).map(String::valueOf).toList();
    ShopProducts products = products(articles, targets);
    ProductRows.Shop shop = shop(products, articles);
    SyncBatch sync = new SyncBatch();
    articles.forEach(
        (i, article) ->
            refused.attempt(i, () -> rows(i, article, drafts.get(i).targetId(), shop, sync)));
    return Standings.of(drafts.size(), refused, sync.changes(api));
  }

  /**
   * @throws FaultException if the shop does not have the article
   */
  private static void rows(
      int i, Article article, @Nullable String targetId, ProductRows.Shop shop, SyncBatch sync) {
    if (shop.products().find(targetId, article.number()) == null) {
      throw new FaultException(Absent.product(article.number()));
    }
    SyncBatch rows = new SyncBatch();
    new ProductRows(shop, rows, i, article, targetId).put();
    sync.add(rows);
  }

  private ShopProducts products(Map<Integer, Article> articles, List<String> targets) {
    return new ShopProducts(
        api, articles.values().stream().flatMap(a -> a.numbers().stream()).toList(), targets);
  }

  private void upload(List<Write> batch, Map<Integer, Article> articles, Outcomes outcomes) {
    Map<Integer, List<Image>> wanted = new TreeMap<>();
    Map<Integer, Map<String, Attachment>> files = new TreeMap<>();
    articles.forEach(
        (i, article) -> {
          wanted.put(i, article.allPictures());
          files.put(i, batch.get(i).attachments());
        });
    Map<Integer, Fault> refused = pictures.upload(wanted, files);
    outcomes.refuse(refused);
    articles.keySet().removeAll(refused.keySet());
  }

  private void put(List<Write> batch, Map<Integer, Article> articles, Outcomes outcomes) {
    upload(batch, articles, outcomes);
    List<String> targets =
        batch.stream().map(Write::targetId).filter(Objects::nonNull).map(String::valueOf).toList();
    ShopProducts products = products(articles, targets);
    ProductRows.Shop shop = shop(products, articles);
    SyncBatch sync = new SyncBatch();
    outcomes.each(
        i -> {
          if (outcomes.of(i) == null) {
            outcomes.put(i, put(i, batch.get(i), articles.get(i), shop, sync));
          }
        });
    outcomes.refuse(sync.send(api));
  }

  private Outcome put(
      int i, Write write, @Nullable Article article, ProductRows.Shop shop, SyncBatch sync) {
    SyncBatch rows = new SyncBatch();
    Outcome outcome =
        article == null
            ? new Removal(settings, shop.products()).put(i, write, rows)
            : new Outcome.Written(
                new ProductRows(shop, rows, i, article, write.targetId()).put(),
                article.number(),
                null);
    sync.add(rows);
    return outcome;
  }

  private ProductRows.Shop shop(ShopProducts products, Map<Integer, Article> articles) {
    NamedRows makers = new NamedRows(api, settings, "product_manufacturer", "name", null);
    NamedRows units = new NamedRows(api, settings, "unit", "shortCode", null);
    makers.look(keys(articles.values().stream().map(Article::manufacturer)));
    units.look(keys(articles.values().stream().map(Article::unit)));
    return new ProductRows.Shop(
        settings,
        products,
        costs,
        wording,
        new PropertyOptions(api, settings, wording, articles.values()),
        new Categories(api, settings, articles.values()),
        makers,
        units);
  }

  private static List<NamedRows.Key> keys(Stream<@Nullable String> names) {
    return names
        .filter(Objects::nonNull)
        .map(name -> NamedRows.Key.of("", String.valueOf(name)))
        .distinct()
        .toList();
  }

  /** Whether it can be the id of a product at all. */
  static boolean isTarget(@Nullable String id) {
    return id != null && Ids.isId(id);
  }
}
