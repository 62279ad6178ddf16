package dev.kontor.engine.stock;

import dev.kontor.contract.sample.AssembledConnector;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Page;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A system that keeps stock: as ERP it is read, as shop it is written. */
final class StockSystem extends AssembledConnector implements Reader, Writer {

  private final Map<String, Stock> stock = new HashMap<>();
  final List<String> written = new ArrayList<>();
  final Map<String, Fault> refused = new HashMap<>();
  int calls;
  @Nullable Fault down;
  Runnable meanwhile = () -> {};

  StockSystem(String id) {
    super(id, Map.of(), Duration.ofSeconds(1), Duration.ofSeconds(1));
    reads(EntityType.STOCK, this);
    writes(EntityType.STOCK, this);
  }

  void has(String sku, int onHand, @Nullable Integer demand) {
    stock.put(
        sku,
        Stock.sum(
            sku,
            BigDecimal.valueOf(onHand),
            demand == null ? null : BigDecimal.valueOf(demand),
            Instant.EPOCH));
  }

  private void reached() {
    if (down != null) {
      throw new FaultException(down);
    }
  }

  @Override
  public List<Document> find(Identity identity) {
    reached();
    return identity instanceof Identity.NativeId(var sku) && stock.containsKey(sku)
        ? List.of(
            new Document(
                EntityType.STOCK,
                sku,
                sku,
                "v",
                Instant.EPOCH,
                false,
                ModelJson.tree(stock.get(sku))))
        : List.of();
  }

  @Override
  public int maxBatch() {
    return 2;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return new Prepared.Ready(content, List.of());
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    reached();
    calls++;
    meanwhile.run();
    return batch.stream().map(this::write).toList();
  }

  private Outcome write(Write write) {
    String sku = write.content().path("sku").asString();
    Fault fault = refused.get(sku);
    if (fault != null) {
      return fault;
    }
    written.add(sku + "=" + write.content().path("quantity").asString());
    return new Outcome.Written(sku, null, null);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    throw new UnsupportedOperationException("these tests do not poll");
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    throw new UnsupportedOperationException("these tests do not reconcile");
  }
}
