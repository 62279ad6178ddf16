package dev.kontor.connector.shopware.stock;

import dev.kontor.connector.shopware.api.ShopwareApi;
import dev.kontor.connector.shopware.api.SyncCall;
import dev.kontor.connector.shopware.product.ProductIds;
import dev.kontor.kit.BatchSize;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.time.Duration;
import java.util.Arrays;
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

  private final ProductIds ids;
  private final StockMeaning meaning;
  private final OpenOrders openOrders;
  private final SyncCall sync;
  private final BatchSize size = new BatchSize(MOST_STOCKS, MOST_STOCKS, WANTED);

  public StockWriter(ShopwareApi api, ProductIds ids, StockMeaning meaning) {
    this.ids = ids;
    this.meaning = meaning;
    this.openOrders = new OpenOrders(api);
    this.sync = new SyncCall(api, "product", "stock", row -> gone(String.valueOf(row.number())));
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
    @Nullable Outcome[] outcomes = new Outcome[batch.size()];
    StockRows rows = rows(batch, outcomes);
    if (meaning.isPhysical()) {
      sync(rows.physical(openOrders.of(rows.ids())), outcomes);
      rows.judge(openOrders.of(rows.ids()), outcomes);
    } else {
      sync(rows.sellable(), outcomes);
    }
    return Arrays.stream(outcomes).map(StockWriter::answered).toList();
  }

  private void sync(List<SyncCall.Row> rows, @Nullable Outcome[] outcomes) {
    size.timed(rows.size(), () -> sync.write(rows, outcomes));
  }

  private StockRows rows(List<Write> batch, @Nullable Outcome[] outcomes) {
    StockRows rows = new StockRows();
    Map<String, String> known = ids.of(numbers(batch));
    for (int i = 0; i < batch.size(); i++) {
      Fault fault = fault(batch.get(i), known);
      outcomes[i] = fault;
      if (fault == null) {
        StockLevel level = StockLevel.of(batch.get(i).content());
        rows.add(i, known.getOrDefault(level.number(), ""), level);
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
    return fault != null || known.containsKey(number) ? fault : missing(number);
  }

  /** It may come back under another id. */
  private Fault gone(String number) {
    ids.forget(number);
    return missing(number);
  }

  private static Fault missing(String number) {
    return new Fault.Missing(
        EntityType.PRODUCT, number, "the shop has no product with article number " + number);
  }

  private static Outcome answered(@Nullable Outcome outcome) {
    return outcome == null ? new Fault.Unavailable("the shop did not mention it") : outcome;
  }
}
