package dev.kontor.engine.simulated;

import dev.kontor.model.Customer;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Notice;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Page;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Received;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A shop with orders to read, which takes stock figures and answers. */
final class SimulatedShop extends Simulated {

  private static final Map<EntityType, Set<Ability>> ABILITIES =
      Map.of(
          EntityType.ORDER,
          Set.of(Ability.CREATE, Ability.FIND_BY_REFERENCE),
          EntityType.PRODUCT,
          Set.of(Ability.CREATE, Ability.UPDATE, Ability.DELETE, Ability.COMPARE));

  private final Shelf orders = new Shelf(EntityType.ORDER);
  private final Shelf customers = new Shelf(EntityType.CUSTOMER);
  private final List<String> stockWrites = new ArrayList<>();
  private final Map<String, Integer> replies = new HashMap<>();
  private final AtomicReference<Runnable> during = new AtomicReference<>(() -> {});
  private boolean down;
  private final Map<String, String> articles = new TreeMap<>();
  private final List<String> articleWrites = new ArrayList<>();
  private final List<String> progress = new ArrayList<>();
  private @Nullable Outcome next;

  SimulatedShop() {
    super("simshop", ABILITIES);
    reads(EntityType.ORDER, orders);
    reads(EntityType.CUSTOMER, customers);
    writes(
        EntityType.STOCK,
        new Sink(w -> stockWrites.add(text(w, "sku") + "=" + text(w, "quantity"))));
    writes(
        EntityType.ORDER,
        new Sink(w -> replies.merge(String.valueOf(w.targetId()), 1, Integer::sum)));
    reads(EntityType.PRODUCT, new Articles());
    writes(EntityType.PRODUCT, new Sink(this::article));
    writes(EntityType.ORDER_PROGRESS, new Sink(this::told));
  }

  private void article(Write write) {
    articleWrites.add(write.action() + " " + write.reference() + " " + text(write, "name"));
    if (write.action() == Write.Action.DELETE) {
      articles.remove(write.reference());
    } else {
      articles.put(write.reference(), text(write, "name"));
    }
  }

  private synchronized Standing standing(Writer.Draft draft) {
    String name = draft.content().path("name").asString();
    String there = articles.get(draft.content().path("sku").asString());
    if (there == null) {
      return Standing.ABSENT;
    }
    return there.equals(name)
        ? Standing.SAME
        : new Standing.Other(List.of(new Standing.Field("name", name, there)), Instant.EPOCH);
  }

  private void told(Write write) {
    String files =
        write.attachments().values().stream()
            .map(file -> " with " + new String(file.bytes(), StandardCharsets.UTF_8))
            .collect(Collectors.joining());
    progress.add(
        write.targetId() + " " + text(write, "kind") + " " + text(write, "shipment") + files);
  }

  /** Articles by number, with their names. */
  synchronized Map<String, String> articles() {
    return Map.copyOf(articles);
  }

  synchronized List<String> articleWrites() {
    return List.copyOf(articleWrites);
  }

  /** What the shop was told of its orders, in the order it was told. */
  synchronized List<String> progress() {
    return List.copyOf(progress);
  }

  /** The next write is answered so; nothing of it is kept. */
  synchronized void next(Outcome outcome) {
    next = outcome;
  }

  /** A write that was never answered arrives after all. */
  synchronized void arrive(String article, String name) {
    articles.put(article, name);
  }

  /** Somebody gives an article another number. */
  synchronized void rename(String number, String other) {
    articles.put(other, String.valueOf(articles.remove(number)));
  }

  private static String text(Write write, String field) {
    return write.content().path(field).asString();
  }

  /** Places an order, or changes the one with that id. */
  void put(Order order) {
    orders.put(order.id(), order.number(), ModelJson.tree(order));
  }

  /** A customer registers, or changes the account. */
  void register(Customer customer) {
    String id = String.valueOf(customer.id());
    customers.put(id, String.valueOf(customer.number()), ModelJson.tree(customer));
  }

  /** Pushes hold whole orders in the model's form. */
  @Override
  public Optional<Inbox> inbox() {
    return Optional.of(
        request -> {
          JsonNode body = ModelJson.parse(new String(request.body(), StandardCharsets.UTF_8));
          List<Notice> notices = body.valueStream().map(SimulatedShop::pushed).toList();
          return new Received(Received.Reply.of(200), notices, null);
        });
  }

  private static Notice pushed(JsonNode content) {
    String id = content.path("id").asString();
    Document whole =
        document(EntityType.ORDER, id, content.path("number").asString(), "pushed", content);
    return new Notice(EntityType.ORDER, id, "changed", "pushed|" + content.hashCode(), whole);
  }

  synchronized void down(boolean is) {
    down = is;
  }

  /** Runs once, while the next write is on its way. */
  void during(Runnable what) {
    during.set(what);
  }

  synchronized List<String> stockWrites() {
    return List.copyOf(stockWrites);
  }

  /** Answers by order id. */
  synchronized Map<String, Integer> replies() {
    return Map.copyOf(replies);
  }

  /** Articles by their number. */
  private final class Articles implements Reader {
    @Override
    public List<Document> find(Identity identity) {
      return identity instanceof Identity.ExternalReference(var sku) && articles().containsKey(sku)
          ? List.of(document(EntityType.PRODUCT, sku, sku, "1", ModelJson.mapper().nullNode()))
          : List.of();
    }

    @Override
    public Page changes(@Nullable Cursor from, int limit) {
      throw new UnsupportedOperationException("nobody reads changes of articles here");
    }

    @Override
    public Page keys(@Nullable Cursor from, int limit) {
      List<Document> keys =
          articles().keySet().stream()
              .map(
                  sku -> document(EntityType.PRODUCT, sku, sku, "1", ModelJson.mapper().nullNode()))
              .toList();
      return page(keys, from, limit, 0);
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
      String file = content.path("file").asString("");
      return new Prepared.Ready(content, List.of(), file.isEmpty() ? List.of() : List.of(file));
    }

    /** Of articles, by their names. */
    @Override
    public List<Standing> compare(List<Draft> drafts) {
      return drafts.stream().map(SimulatedShop.this::standing).toList();
    }

    @Override
    public List<Outcome> write(List<Write> batch) {
      during.getAndSet(() -> {}).run();
      synchronized (SimulatedShop.this) {
        return batch.stream().map(this::one).toList();
      }
    }

    private Outcome one(Write write) {
      if (down) {
        return new Fault.Unavailable("the shop is down");
      }
      Outcome told = next;
      if (told != null) {
        next = null;
        return told;
      }
      keep.accept(write);
      return new Outcome.Written(write.reference().isEmpty() ? "x" : write.reference(), null, null);
    }
  }
}
