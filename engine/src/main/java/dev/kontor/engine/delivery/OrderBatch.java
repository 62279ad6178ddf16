package dev.kontor.engine.delivery;

import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.spi.FaultException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The orders of one batch of events, each translated once, and their debtors, read at once. */
final class OrderBatch {

  private final FlowLine line;
  private final Translator translator;
  private final CustomerRequests customers;
  private final Map<Long, AtHand.Captured> orders;
  private final Set<String> asked;
  private final Map<String, Crossref> debtors;

  /**
   * @param documents by the events' payloads
   */
  OrderBatch(
      FlowLine line,
      Translator translator,
      CustomerRequests customers,
      List<Claimed> lanes,
      Map<Long, JsonNode> documents) {
    this.line = line;
    this.translator = translator;
    this.customers = customers;
    this.orders = orders(lanes, documents);
    this.asked = line.customers() == null ? Set.of() : matchKeys(orders);
    this.debtors = customers.known(line, asked);
  }

  private Map<Long, AtHand.Captured> orders(List<Claimed> lanes, Map<Long, JsonNode> documents) {
    Map<Long, AtHand.Captured> found = new HashMap<>();
    for (Claimed lane : lanes) {
      JsonNode document = documents.get(EffectDelivery.event(lane).payload());
      if (document != null) {
        translated(lane, document).ifPresent(order -> found.put(lane.lane().id(), order));
      }
    }
    return found;
  }

  /** What cannot be translated fails when its own turn comes. */
  private Optional<AtHand.Captured> translated(Claimed lane, JsonNode document) {
    try {
      return Optional.of(translate(lane, document));
    } catch (FaultException e) {
      return Optional.empty();
    }
  }

  private AtHand.Captured translate(Claimed lane, JsonNode document) {
    return lane.atHand() instanceof AtHand.Captured captured
        ? captured
        : AtHand.Captured.of(translator, line, document);
  }

  private static Set<String> matchKeys(Map<Long, AtHand.Captured> orders) {
    return orders.values().stream()
        .flatMap(captured -> Stream.ofNullable(captured.order().customer().matchKey()))
        .collect(Collectors.toSet());
  }

  /**
   * The order of a lane's event.
   *
   * @throws FaultException if it cannot be translated
   */
  AtHand.Captured order(Claimed lane, JsonNode document) {
    AtHand.Captured known = orders.get(lane.lane().id());
    return known == null ? translate(lane, document) : known;
  }

  /** As the target had it when the batch began. */
  Optional<Crossref> debtor(String matchKey) {
    return asked.contains(matchKey)
        ? Optional.ofNullable(debtors.get(matchKey))
        : customers.known(line, matchKey);
  }
}
