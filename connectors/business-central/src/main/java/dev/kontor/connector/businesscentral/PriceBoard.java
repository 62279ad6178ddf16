package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.pricing.PriceBook;
import dev.kontor.connector.businesscentral.pricing.PriceModel;
import dev.kontor.kit.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The prices of all articles as of now. All is read once; then each reading asks for news in one
 * call per service and computes again only what changed, or what a date that passed changes. Keys
 * are compared once an hour, and at once when the number of rows is not the expected one.
 */
final class PriceBoard {

  private static final Duration HEALED_AFTER = Duration.ofHours(1);

  /** An article as last computed. */
  record Entry(PricedArticle article, String version, @Nullable LocalDate changesOn) {}

  /**
   * The prices at one moment.
   *
   * @param entries by article number, in order
   * @param changedAt by the service's clock, or when the day began
   */
  record Now(
      Map<String, Entry> entries, Snapshot snapshot, ArticlePrices prices, Instant changedAt) {}

  private final Configuration configuration;
  private final Company company;
  private final MasterData masterData;
  private final CompanyDay calendar;
  private final AtomicLong begun = new AtomicLong();
  private long completed;
  private @Nullable PriceTables tables;
  private @Nullable PriceTerms terms;
  private @Nullable Now now;
  private Instant healed = Instant.EPOCH;

  PriceBoard(Configuration configuration, Company company, MasterData masterData) {
    this.configuration = configuration;
    this.company = company;
    this.masterData = masterData;
    this.calendar = configuration.calendar(company.clock());
  }

  /** Callers that wait for each other share a reading begun meanwhile. */
  Now read() {
    long before = begun.get();
    synchronized (this) {
      Now known = now;
      if (completed > before && known != null) {
        return known;
      }
      long reading = begun.incrementAndGet();
      Now fresh = refreshed(known);
      now = fresh;
      completed = reading;
      return fresh;
    }
  }

  private Now refreshed(@Nullable Now known) {
    String local = masterData.localCurrency();
    JsonNode audiences = configuration.settings().node("priceAudiences");
    List<SheetPlan> plans = new PriceAudiences(audiences, local).plans();
    PriceTermsReading reading = new PriceTermsReading(configuration, company, plans, local);
    PriceTables read = tables;
    PriceTerms before = terms;
    if (read == null || before == null || known == null) {
      return anew(plans, reading.read(List.of(), List.of()));
    }
    PriceTerms after = reading.read(read.newsOfStandard(), read.newsOfApp());
    if (!after.customers().equals(before.customers()) || !after.setup().equals(before.setup())) {
      return anew(plans, after);
    }
    boolean heal = !company.clock().instant().isBefore(healed.plus(HEALED_AFTER));
    PriceTables.Changed changed = read.changed(heal);
    healed = heal ? company.clock().instant() : healed;
    terms = after;
    LocalDate today = calendar.today();
    boolean quiet = !changed.all() && changed.items().isEmpty() && after.equals(before);
    if (quiet && today.equals(known.prices().today())) {
      return known;
    }
    boolean all = changed.all() || !after.equals(before);
    return computed(known, plans, read, after, all ? null : changed.items());
  }

  private Now anew(List<SheetPlan> plans, PriceTerms read) {
    PriceTables fresh =
        new PriceTables(configuration, company, model(read), new RelevantLines(plans, read)::isMet);
    fresh.readAll();
    tables = fresh;
    terms = read;
    healed = company.clock().instant();
    return computed(null, plans, fresh, read, null);
  }

  private PriceModel model(PriceTerms read) {
    return read.setup().path("salesPricesEnabled").asBoolean(true)
        ? PriceModel.V16
        : PriceModel.V15;
  }

  /**
   * @param items that changed; null for all
   */
  private Now computed(
      @Nullable Now known,
      List<SheetPlan> plans,
      PriceTables from,
      PriceTerms under,
      @Nullable Set<String> items) {
    ArticlePrices prices =
        new ArticlePrices(
            plans,
            new SheetPricing(
                model(under),
                new PriceBook(from.lines(), from.cards(), under.vat()),
                under,
                Codes.upper(configuration.homeTaxArea()),
                configuration.pricePrecision(),
                calendar.today()));
    Map<String, Entry> entries = new TreeMap<>();
    from.articles()
        .forEach(
            (sku, article) -> {
              Entry last = known == null ? null : known.entries().get(sku);
              boolean same =
                  last != null
                      && items != null
                      && last.article().equals(article)
                      && !items.contains(article.item())
                      && !isDue(last, prices.today());
              entries.put(sku, same && last != null ? last : entry(article, prices));
            });
    Instant midnight = prices.today().atStartOfDay(calendar.zone()).toInstant();
    Instant newest = from.newest();
    TreeMap<String, String> versions = new TreeMap<>();
    entries.forEach((sku, entry) -> versions.put(sku, entry.version()));
    return new Now(
        entries, new Snapshot(versions), prices, newest.isAfter(midnight) ? newest : midnight);
  }

  private static boolean isDue(Entry entry, LocalDate today) {
    return entry.changesOn() != null && !entry.changesOn().isAfter(today);
  }

  private static Entry entry(PricedArticle article, ArticlePrices prices) {
    ArticlePrices.Priced priced = prices.of(article);
    return new Entry(article, priced.version(), priced.changesOn());
  }
}
