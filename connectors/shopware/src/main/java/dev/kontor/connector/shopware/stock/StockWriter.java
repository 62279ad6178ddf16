package dev.kontor.connector.shopware.stock;

import dev.kontor.connector.shopware.Absent;
import dev.kontor.connector.shopware.api.Outcomes;
import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.product.ProductIds;
import dev.kontor.connector.shopware.stock.OpenOrders.Shown;
import dev.kontor.kit.BatchSize;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sets how many may be sold: {@code {productNumber, stock}}, absolute, so a repetition changes
 * nothing. One call takes hundreds.
 */
public final class StockWriter implements Writer {

  /** 500 stocks took a real shop 1.7 s (shopware/observed.md, Speed); a slower one gets fewer. */
  private static final int MOST_STOCKS = 500;

  private static final Duration WANTED = Duration.ofSeconds(15);

  private final ShopwareApi api;
  private final ProductIds ids;
  private final StockMeaning meaning;
  private final OpenOrders openOrders;
  private final BatchSize size = new BatchSize(MOST_STOCKS, MOST_STOCKS, WANTED);

  public StockWriter(ShopwareApi api) {
    this.api = api;
    this.ids = new ProductIds(api);
    this.meaning = new StockMeaning(api);
    this.openOrders = new OpenOrders(api);
  }

  @Override
  public int maxBatch() {
    return size.now();
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    Fault unfit = meaning.refusal();
    Fault fault = unfit == null ? StockLevel.fault(content) : unfit;
    return fault == null ? new Prepared.Ready(content, List.of()) : new Prepared.Refused(fault);
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    Fault unfit = meaning.refusal();
    if (unfit != null) {
      return Collections.nCopies(batch.size(), unfit);
    }
    Outcomes outcomes = new Outcomes(batch.size());
    StockRows rows = rows(batch, outcomes);
    if (rows.size() > 0) {
      put(rows, outcomes);
    }
    return outcomes.all();
  }

  @Override
  public List<Standing> compare(List<Draft> drafts) {
    Fault unfit = meaning.refusal();
    return unfit == null
        ? new ShownStock(api, meaning.isPhysical()).standings(drafts)
        : Collections.nCopies(drafts.size(), new Standing.Incomparable(unfit));
  }

  private void put(StockRows rows, Outcomes outcomes) {
    if (meaning.isPhysical()) {
      send(rows, openOrders.of(rows.ids()), outcomes);
      rows.judge(openOrders.of(rows.ids()), outcomes);
    } else {
      send(rows, Map.of(), outcomes);
    }
  }

  private void send(StockRows rows, Map<String, Shown> shown, Outcomes outcomes) {
    rows.written(outcomes);
    size.timed(rows.size(), () -> outcomes.refuse(forgotten(rows.call(shown).send(api))));
  }

  /** An article that is gone may come back under another id. */
  private Map<Integer, Fault> forgotten(Map<Integer, Fault> refused) {
    for (Fault fault : refused.values()) {
      if (fault instanceof Fault.Missing missing) {
        ids.forget(missing.key());
      }
    }
    return refused;
  }

  private StockRows rows(List<Write> batch, Outcomes outcomes) {
    StockRows rows = new StockRows();
    Map<String, String> known = ids.of(numbers(batch));
    for (int i = 0; i < batch.size(); i++) {
      Fault fault = fault(batch.get(i), known);
      if (fault == null) {
        StockLevel level = StockLevel.of(batch.get(i).content());
        rows.add(i, known.getOrDefault(level.number(), ""), level);
      } else {
        outcomes.put(i, fault);
      }
    }
    return rows;
  }

  private static Set<String> numbers(List<Write> batch) {
    Set<String> numbers = new LinkedHashSet<>();
    for (Write write : batch) {
      String number = write.content().path("productNumber").asString("");
      if (!number.isBlank()) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private static @Nullable Fault fault(Write write, Map<String, String> known) {
    if (write.action() == Write.Action.DELETE) {
      return new Fault.Unsupported("a stock cannot be deleted; set it to 0");
    }
    Fault fault = StockLevel.fault(write.content());
    String number = write.content().path("productNumber").asString("");
    return fault != null || known.containsKey(number) ? fault : Absent.product(number);
  }
}
