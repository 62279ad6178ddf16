package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One batch on its way: view by view, what every view shows first. */
final class Round {

  private final ShopRows shop;
  private final Sending sending;
  private final @Nullable Outcome[] outcomes;
  private final String[] skus;

  /** By view in order, then by place in the batch. */
  private final Map<String, Map<Integer, Part>> parts = new LinkedHashMap<>();

  Round(MagentoApi api, Sending sending, int size) {
    this.shop = new ShopRows(api);
    this.sending = sending;
    this.outcomes = new @Nullable Outcome[size];
    this.skus = new String[size];
  }

  void add(int place, List<Part> all) {
    skus[place] = all.getFirst().wanted().sku();
    for (Part part : all) {
      parts.computeIfAbsent(part.view(), view -> new TreeMap<>()).put(place, part);
    }
  }

  void refuse(int place, Fault fault) {
    outcomes[place] = fault;
  }

  void write() {
    Map<String, Outcome> earlier =
        sending.earlier(Arrays.stream(skus).filter(Objects::nonNull).toList());
    for (int i = 0; i < skus.length; i++) {
      if (skus[i] != null) {
        outcomes[i] = earlier.get(OpenPieces.key(skus[i]));
      }
    }
    parts.forEach(this::write);
  }

  private void write(String view, Map<Integer, Part> all) {
    Map<Integer, Part> due = new TreeMap<>(all);
    due.keySet().removeIf(place -> outcomes[place] != null);
    if (due.isEmpty()) {
      return;
    }
    Map<String, JsonNode> there =
        shop.of(view, due.values().stream().map(part -> part.wanted().sku()).toList());
    List<Integer> places = new ArrayList<>();
    List<ObjectNode> products = new ArrayList<>();
    due.forEach(
        (place, part) -> {
          JsonNode row = there.get(OpenPieces.key(part.wanted().sku()));
          Change change = part.wanted().change(row);
          if (!change.isNothing() && !(row == null && part.onlyThere())) {
            places.add(place);
            products.add(change.product());
          }
        });
    if (!products.isEmpty()) {
      List<? extends @Nullable Outcome> sent = sending.send(view, products);
      for (int i = 0; i < places.size(); i++) {
        outcomes[places.get(i)] = sent.get(i);
      }
    }
  }

  /** What nothing was said against is done. */
  List<Outcome> outcomes() {
    List<Outcome> all = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      Outcome outcome = outcomes[i];
      all.add(outcome == null ? new Outcome.Written(skus[i], skus[i], null) : outcome);
    }
    return all;
  }
}
