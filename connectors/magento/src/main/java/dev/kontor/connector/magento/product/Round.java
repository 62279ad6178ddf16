package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.connector.magento.sharedcatalog.Assignments;
import dev.kontor.connector.magento.sharedcatalog.SharedCatalog;
import dev.kontor.spi.Attachment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One batch on its way: what every view shows first, and of an article with variants these before
 * the article, so that it never sells one that is not there or is another one by now. A step that
 * fails keeps back the article's later ones.
 */
final class Round {

  private static final Outcome LATER = new Outcome.Accepted("the shop is slow; to be continued");

  private final ShopRows shop;
  private final Sending sending;
  private final Assignments assignments;
  private final Finish finish;
  private final Pace pace;
  private final @Nullable Outcome[] outcomes;

  /** By place in the batch. */
  private final Map<Integer, Plan> plans = new TreeMap<>();

  /** Pictures by reference, whoever of the batch they were opened for. */
  private final Map<String, Attachment> files = new HashMap<>();

  /** What the shop has in all views, by number. */
  private final Map<String, JsonNode> rows = new LinkedHashMap<>();

  /** Keys of products that the shop did not have. */
  private final Set<String> made = new HashSet<>();

  /** Numbers of products that were written since they were read. */
  private final Set<String> stale = new LinkedHashSet<>();

  /** One product to be sent for the article of a place. */
  private record Due(int place, ObjectNode product) {}

  Round(
      ShopRows shop, Sending sending, Assignments assignments, Finish finish, Pace pace, int size) {
    this.shop = shop;
    this.sending = sending;
    this.assignments = assignments;
    this.finish = finish;
    this.pace = pace;
    this.outcomes = new @Nullable Outcome[size];
  }

  /**
   * @param own by reference
   */
  void add(int place, Plan plan, Map<String, Attachment> own) {
    plans.put(place, plan);
    files.putAll(own);
  }

  void refuse(int place, Fault fault) {
    put(place, fault);
  }

  void write() {
    waiting();
    read(due());
    check();
    families(Family::before);
    products();
    settle();
    families(Family::whole);
    texts();
    assignments.catalogs().forEach(this::assign);
    due().forEach((place, plan) -> put(place, isLate() ? LATER : finish.of(plan, rows, files)));
  }

  private Map<Integer, Plan> due() {
    Map<Integer, Plan> due = new TreeMap<>(plans);
    due.keySet().removeIf(place -> outcomes[place] != null);
    return due;
  }

  private Map<Integer, Family> families() {
    Map<Integer, Family> families = new TreeMap<>();
    due()
        .forEach(
            (place, plan) -> {
              if (plan.family() != null) {
                families.put(place, plan.family());
              }
            });
    return families;
  }

  /** What is on its way already is not sent again. */
  private void waiting() {
    Set<String> all = new LinkedHashSet<>();
    plans.values().forEach(plan -> all.addAll(plan.skus()));
    Map<String, Outcome> earlier = sending.earlier(List.copyOf(all));
    plans.forEach(
        (place, plan) ->
            plan.skus().stream()
                .map(sku -> earlier.get(OpenPieces.key(sku)))
                .filter(Objects::nonNull)
                .forEach(outcome -> put(place, outcome)));
  }

  private void read(Map<Integer, Plan> due) {
    Set<String> all = new LinkedHashSet<>();
    due.values().forEach(plan -> all.addAll(plan.skus()));
    rows.putAll(shop.of(ProductSettings.ALL_VIEWS, all));
    all.stream().map(OpenPieces::key).filter(key -> !rows.containsKey(key)).forEach(made::add);
  }

  private void check() {
    families()
        .forEach(
            (place, family) -> {
              try {
                family.check(rows);
              } catch (FaultException e) {
                refuse(place, e.fault());
              }
            });
  }

  /** How a family's article is to be at some step; null if there is nothing to do. */
  private interface Step {
    @Nullable Wanted of(Family family, Map<String, JsonNode> rows);
  }

  private void families(Step step) {
    List<Due> all = new ArrayList<>();
    families()
        .forEach(
            (place, family) -> {
              Wanted wanted = step.of(family, rows);
              if (wanted != null) {
                add(all, place, new Part(ProductSettings.ALL_VIEWS, wanted, false), rows);
              }
            });
    send(ProductSettings.ALL_VIEWS, all);
    all.forEach(one -> stale.add(one.product().path("sku").asString("")));
  }

  private void products() {
    List<Due> all = new ArrayList<>();
    due()
        .forEach(
            (place, plan) ->
                plan.parts()
                    .forEach(
                        part ->
                            add(
                                all,
                                place,
                                plan.family() == null ? part : plan.family().joining(part, rows),
                                rows)));
    send(ProductSettings.ALL_VIEWS, all);
  }

  /** The article names its variants by ids, and they must be what it says of them by now. */
  private void settle() {
    Map<Integer, Family> families = families();
    families.values().forEach(family -> stale.addAll(family.unsettled(rows)));
    rows.putAll(shop.of(ProductSettings.ALL_VIEWS, stale));
    families.forEach((place, family) -> put(place, family.fault(rows)));
  }

  private void texts() {
    Set<String> views = new LinkedHashSet<>();
    due().values().forEach(plan -> plan.texts().forEach(part -> views.add(part.view())));
    views.forEach(this::texts);
  }

  private void texts(String view) {
    Map<Integer, List<Part>> parts = new TreeMap<>();
    Set<String> skus = new LinkedHashSet<>();
    due()
        .forEach(
            (place, plan) -> {
              List<Part> own = plan.texts().stream().filter(p -> p.view().equals(view)).toList();
              parts.put(place, own);
              own.forEach(part -> skus.add(part.wanted().sku()));
            });
    Map<String, JsonNode> there = shop.of(view, skus);
    List<Due> all = new ArrayList<>();
    parts.forEach((place, own) -> own.forEach(part -> add(all, place, part, there)));
    send(view, all);
  }

  private void assign(SharedCatalog catalog) {
    Map<Integer, Plan> due = due();
    if (isLate() || pace.isOver()) {
      due.keySet().forEach(place -> put(place, LATER));
      return;
    }
    Map<String, Fault> faults =
        assignments.put(catalog, new Assortment(rows, made).wish(due.values()));
    due.forEach(
        (place, plan) ->
            plan.skus().stream()
                .map(sku -> faults.get(OpenPieces.key(sku)))
                .filter(Objects::nonNull)
                .forEach(fault -> put(place, fault)));
  }

  private static void add(List<Due> all, int place, Part part, Map<String, JsonNode> there) {
    JsonNode row = there.get(OpenPieces.key(part.wanted().sku()));
    Change change = part.wanted().change(row);
    if (!change.isNothing() && !(row == null && part.onlyThere())) {
      all.add(new Due(place, change.product()));
    }
  }

  private void send(String view, List<Due> all) {
    for (int from = 0; from < all.size(); from += sending.most()) {
      send(view, all.subList(from, Math.min(all.size(), from + sending.most())), isLate());
    }
  }

  private void send(String view, List<Due> some, boolean late) {
    if (late) {
      some.forEach(one -> put(one.place(), LATER));
      return;
    }
    List<? extends @Nullable Outcome> sent =
        sending.send(view, some.stream().map(Due::product).toList());
    for (int i = 0; i < some.size(); i++) {
      put(some.get(i).place(), sent.get(i));
    }
  }

  /** Articles without variants and pictures have few steps, which are not put off. */
  private boolean isLate() {
    return pace.isLong() && plans.values().stream().anyMatch(Plan::isLong);
  }

  /** A fault stays, as it is what people must know. */
  private void put(int place, @Nullable Outcome outcome) {
    boolean worse = outcome instanceof Fault && !(outcomes[place] instanceof Fault);
    if (worse || outcomes[place] == null) {
      outcomes[place] = outcome;
    }
  }

  /** What nothing was said against is done. */
  List<Outcome> outcomes() {
    List<Outcome> all = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      Outcome outcome = outcomes[i];
      if (outcome == null) {
        String sku = Objects.requireNonNull(plans.get(i)).sku();
        all.add(new Outcome.Written(sku, sku, null));
      } else {
        all.add(outcome);
      }
    }
    return all;
  }
}
