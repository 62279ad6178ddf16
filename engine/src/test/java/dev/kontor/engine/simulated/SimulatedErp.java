package dev.kontor.engine.simulated;

import dev.kontor.model.CustomerKey;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Attachment;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Files;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Page;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An ERP that enforces nothing by itself: whoever writes twice has it twice. */
final class SimulatedErp extends Simulated {

  /** What goes wrong with the next write of one reference. */
  enum Trouble {
    /** Committed, the answer is lost. */
    LOST_ANSWER,
    /** Not committed, the answer is lost. */
    LOST_REQUEST,
    /** The answer is lost; committed within the settle time, after the first look-ups. */
    LATE_COMMIT,
    THROTTLED,
    UNAVAILABLE,
    /** Committed twice by its own fault, the answer is lost. */
    TWICE
  }

  private record Row(String id, String reference, JsonNode content) {}

  private final Map<EntityType, List<Row>> rows = new HashMap<>();
  private final Map<String, Trouble> troubles = new HashMap<>();
  private final Executor later = CompletableFuture.delayedExecutor(400, TimeUnit.MILLISECONDS);
  private volatile Runnable meanwhile = () -> {};
  private int late;
  private final Map<EntityType, Integer> made = new HashMap<>();
  private final Set<String> products = new HashSet<>();
  private final Set<String> blocked = new HashSet<>();
  private final Shelf stock = new Shelf(EntityType.STOCK);
  final Shelf articles = new Shelf(EntityType.PRODUCT);
  final Shelf progress = new Shelf(EntityType.ORDER_PROGRESS);

  SimulatedErp() {
    this(Set.of());
  }

  /**
   * @param more what else it lets the hub do with orders
   */
  SimulatedErp(Set<Ability> more) {
    super("simerp", Map.of(EntityType.ORDER, abilities(more)));
    for (EntityType type : List.of(EntityType.ORDER, EntityType.CUSTOMER)) {
      reads(type, new Rows(type));
      writes(type, new Rows(type));
    }
    reads(EntityType.STOCK, stock);
    reads(EntityType.PRODUCT, articles);
    reads(EntityType.ORDER_PROGRESS, progress);
  }

  private static Set<Ability> abilities(Set<Ability> more) {
    Set<Ability> abilities = new HashSet<>(Set.of(Ability.CREATE, Ability.FIND_BY_REFERENCE));
    abilities.addAll(more);
    return abilities;
  }

  @Override
  public Optional<Files> files() {
    return Optional.of(
        reference -> new Attachment("text/plain", reference.getBytes(StandardCharsets.UTF_8)));
  }

  /** What the order with that reference holds, in its own words; empty if it is not there. */
  synchronized Optional<JsonNode> order(String reference) {
    return rows(EntityType.ORDER).stream()
        .filter(row -> row.reference().equals(reference))
        .map(Row::content)
        .findFirst();
  }

  synchronized void trouble(String reference, Trouble trouble) {
    troubles.put(reference, trouble);
  }

  /** What else happens while it takes a call that writes, which takes as long. */
  void whileWriting(Runnable other) {
    meanwhile = other;
  }

  synchronized void gone(String sku) {
    products.remove(sku);
  }

  synchronized void product(String sku) {
    products.add(sku);
  }

  /** Somebody enters an order by hand, or another program does. */
  synchronized void enter(String reference) {
    commit(
        EntityType.ORDER,
        new Write("", Write.Action.CREATE, reference, null, ModelJson.parse("{}")));
  }

  /** Somebody enters a debtor by hand; its id. */
  synchronized String debtor(String email) {
    JsonNode content = ModelJson.mapper().createObjectNode().put("email", email);
    Write write = new Write("", Write.Action.CREATE, email, null, content);
    return commit(EntityType.CUSTOMER, write).id();
  }

  /** Somebody gives a debtor another e-mail. */
  synchronized void debtor(String id, String email) {
    JsonNode content = ModelJson.mapper().createObjectNode().put("email", email);
    commit(EntityType.CUSTOMER, new Write("", Write.Action.UPDATE, email, id, content));
  }

  /** A blocked item or e-mail is refused as invalid. */
  synchronized void blocked(String sku, boolean is) {
    if (is) {
      blocked.add(sku);
    } else {
      blocked.remove(sku);
    }
  }

  void onHand(String sku, int pieces) {
    Stock level = Stock.sum(sku, BigDecimal.valueOf(pieces), BigDecimal.ZERO, Instant.EPOCH);
    stock.put(sku, sku, ModelJson.tree(level));
  }

  /** References of all orders, repeated where an order exists twice. */
  synchronized List<String> orders() {
    return rows(EntityType.ORDER).stream().map(Row::reference).sorted().toList();
  }

  synchronized List<String> debtors() {
    return rows(EntityType.CUSTOMER).stream()
        .map(r -> r.content().path("email").asString())
        .sorted()
        .toList();
  }

  synchronized int troublesLeft() {
    return troubles.size() + late;
  }

  private List<Row> rows(EntityType type) {
    return rows.computeIfAbsent(type, t -> new ArrayList<>());
  }

  private Outcome.Written commit(EntityType type, Write write) {
    String id =
        write.targetId() == null
            ? type.key() + "-" + made.merge(type, 1, Integer::sum)
            : write.targetId();
    rows(type).removeIf(row -> row.id().equals(write.targetId()));
    if (write.action() != Write.Action.DELETE) {
      rows(type).add(new Row(id, write.reference(), write.content()));
    }
    return new Outcome.Written(id, id, null);
  }

  private synchronized void commitLate(Write write) {
    late--;
    commit(EntityType.ORDER, write);
  }

  private final class Rows implements Reader, Writer {
    private final EntityType type;

    Rows(EntityType type) {
      this.type = type;
    }

    @Override
    public int maxBatch() {
      return 20;
    }

    @Override
    public Prepared prepare(JsonNode content, JsonNode model) {
      String field = type == EntityType.ORDER ? "sku" : "email";
      String sku = content.path(field).asString("");
      synchronized (SimulatedErp.this) {
        if (blocked.contains(sku)) {
          return new Prepared.Refused(new Fault.Invalid(field, sku + " is blocked", "Blocked"));
        }
        if (type == EntityType.ORDER && !products.contains(sku)) {
          return new Prepared.Refused(
              new Fault.Missing(EntityType.PRODUCT, sku, "item " + sku + " does not exist"));
        }
      }
      return new Prepared.Ready(content, List.of());
    }

    @Override
    public List<Outcome> write(List<Write> batch) {
      meanwhile.run();
      synchronized (SimulatedErp.this) {
        return batch.stream().map(this::one).toList();
      }
    }

    private Outcome one(Write write) {
      Trouble trouble = troubles.remove(write.reference());
      if (trouble == null) {
        return commit(type, write);
      }
      return switch (trouble) {
        case LOST_ANSWER -> {
          commit(type, write);
          yield new Fault.OutcomeUnknown("no answer");
        }
        case LOST_REQUEST -> new Fault.OutcomeUnknown("no answer");
        case LATE_COMMIT -> {
          late++;
          later.execute(() -> commitLate(write));
          yield new Fault.OutcomeUnknown("no answer");
        }
        case THROTTLED -> new Fault.Throttled(Duration.ofMillis(50));
        case UNAVAILABLE -> new Fault.Unavailable("not mentioned in the answer");
        case TWICE -> {
          commit(type, write);
          commit(type, write);
          yield new Fault.OutcomeUnknown("no answer");
        }
      };
    }

    @Override
    public List<Document> find(Identity identity) {
      synchronized (SimulatedErp.this) {
        return rows(type).stream()
            .filter(r -> answers(r, identity))
            .map(r -> document(type, r.id(), r.id(), "1", r.content()))
            .toList();
      }
    }

    private boolean answers(Row row, Identity identity) {
      return switch (identity) {
        case Identity.NativeId(var id) -> row.id().equals(id);
        case Identity.ExternalReference(var reference) -> row.reference().equals(reference);
        case Identity.Match(var key) ->
            key.equals(CustomerKey.of(List.of(), row.content().path("email").asString()));
      };
    }

    @Override
    public Page changes(@Nullable Cursor from, int limit) {
      throw new UnsupportedOperationException("nobody reads changes of " + type);
    }

    @Override
    public Page keys(@Nullable Cursor from, int limit) {
      return changes(from, limit);
    }
  }
}
