package dev.kontor.engine.simulated;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Page;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A shop with orders to read, which takes stock figures and answers. */
final class SimulatedShop extends Simulated {

  private final List<Document> changes = new ArrayList<>();
  private final Map<String, Document> orders = new HashMap<>();
  private final List<String> stockWrites = new ArrayList<>();
  private final Map<String, Integer> replies = new HashMap<>();
  private boolean down;

  SimulatedShop() {
    super("simshop");
    readers.put(EntityType.ORDER, new Orders());
    writers.put(
        EntityType.STOCK,
        new Sink(w -> stockWrites.add(text(w, "sku") + "=" + text(w, "quantity"))));
    writers.put(
        EntityType.ORDER,
        new Sink(w -> replies.merge(String.valueOf(w.targetId()), 1, Integer::sum)));
  }

  private static String text(Write write, String field) {
    return write.content().path(field).asString();
  }

  /** Places an order, or changes the one with that id. */
  synchronized void put(Order order) {
    Document document =
        document(
            EntityType.ORDER,
            order.id(),
            order.number(),
            "v" + changes.size(),
            ModelJson.tree(order));
    orders.put(order.id(), document);
    changes.add(document);
  }

  synchronized void down(boolean is) {
    down = is;
  }

  synchronized List<String> stockWrites() {
    return List.copyOf(stockWrites);
  }

  /** Answers by order id. */
  synchronized Map<String, Integer> replies() {
    return Map.copyOf(replies);
  }

  private final class Orders implements Reader {
    @Override
    public Page changes(@Nullable Cursor from, int limit) {
      synchronized (SimulatedShop.this) {
        return page(changes, from, limit);
      }
    }

    @Override
    public List<Document> find(Identity identity) {
      synchronized (SimulatedShop.this) {
        return identity instanceof Identity.NativeId(var id) && orders.containsKey(id)
            ? List.of(orders.get(id))
            : List.of();
      }
    }

    @Override
    public Page keys(@Nullable Cursor from, int limit) {
      return changes(from, limit);
    }
  }

  private final class Sink implements Writer {
    private final Consumer<Write> keep;

    Sink(Consumer<Write> keep) {
      this.keep = keep;
    }

    @Override
    public int maxBatch() {
      return 50;
    }

    @Override
    public Prepared prepare(JsonNode content, JsonNode model) {
      return new Prepared.Ready(content, List.of());
    }

    @Override
    public List<Outcome> write(List<Write> batch) {
      synchronized (SimulatedShop.this) {
        return batch.stream().map(this::one).toList();
      }
    }

    private Outcome one(Write write) {
      if (down) {
        return new Fault.Unavailable("the shop is down");
      }
      keep.accept(write);
      return new Outcome.Written(write.reference().isEmpty() ? "x" : write.reference(), null, null);
    }
  }
}
