package dev.kontor.proof.simulation;

import dev.kontor.engine.audit.AuditReport;
import dev.kontor.engine.audit.Finding;
import dev.kontor.engine.db.Transactions;
import dev.kontor.model.CustomerKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What must hold once everything has settled. */
final class Truth {

  private final Laboratory laboratory;
  private final World world;
  private final Systems systems;

  Truth(Laboratory laboratory, World world, Systems systems) {
    this.laboratory = laboratory;
    this.world = world;
    this.systems = systems;
  }

  void check() {
    ledger();
    orders();
    debtors();
    replies();
    articles();
    progress();
    stock();
    audit();
  }

  private void ledger() {
    Transactions.run(laboratory.database().general(), SimulationStore::left)
        .forEach(world::violation);
  }

  private void orders() {
    Map<String, List<Erp.Row>> there =
        systems.erp().orders().stream().collect(Collectors.groupingBy(Erp.Row::reference));
    Set<String> cancelled = with("cancelled", "discarded");
    for (Shop.Placed order : systems.shop().orders()) {
      List<Erp.Row> found = there.getOrDefault(order.reference(), List.of());
      if (found.isEmpty()) {
        expect(order.isCancelled(), "lost: " + order);
      } else if (order.isCancelled()) {
        expect(cancelled.contains(order.id()), "nobody was told of the cancellation: " + order);
      } else {
        int pieces = Erp.pieces(found.getFirst());
        expect(
            pieces == order.pieces(),
            "the ERP has " + pieces + " pieces and nobody was told of the edit: " + order);
      }
    }
  }

  private Set<String> with(String event, String state) {
    return new HashSet<>(
        Transactions.run(
            laboratory.database().general(), c -> SimulationStore.ordersWith(c, event, state)));
  }

  private void debtors() {
    Set<String> known =
        systems.erp().debtors().stream().map(Erp.Row::reference).collect(Collectors.toSet());
    Map<String, String> byId =
        systems.erp().debtors().stream().collect(Collectors.toMap(Erp.Row::id, Erp.Row::reference));
    Map<String, Shop.Placed> placed =
        systems.shop().orders().stream().collect(Collectors.toMap(Shop.Placed::reference, o -> o));
    for (Erp.Row order : systems.erp().orders()) {
      Shop.Placed source = placed.get(order.reference());
      String key = source == null ? "none" : CustomerKey.of(List.of(), source.email());
      String debtor = byId.get(order.content().path("debtor").asString());
      expect(
          known.contains(String.valueOf(key)) && String.valueOf(key).equals(debtor),
          order.reference() + " belongs to " + key + " but was written to " + debtor);
    }
  }

  private void replies() {
    Map<String, String> due = new TreeMap<>();
    systems.erp().made().forEach((order, id) -> due.put(order.replace("S-", "id-"), id));
    expect(
        due.equals(systems.shop().told()),
        "the shop was told " + systems.shop().told() + ", due is " + due);
  }

  private void articles() {
    expect(
        systems.erp().catalogue().names().equals(systems.shop().articles()),
        "the shop has the articles "
            + systems.shop().articles()
            + ", the ERP "
            + systems.erp().catalogue().names());
  }

  /** Each shipment is heard of once, in its order. */
  private void progress() {
    Map<String, List<String>> due = new TreeMap<>();
    systems
        .erp()
        .made()
        .forEach(
            (order, id) -> {
              if (!systems.erp().warehouse().shipments(id).isEmpty()) {
                due.put(order.replace("S-", "id-"), systems.erp().warehouse().events(id));
              }
            });
    expect(
        due.equals(systems.shop().progress()),
        "the shop heard of " + systems.shop().progress() + ", due is " + due);
  }

  private void stock() {
    systems
        .erp()
        .onHand()
        .forEach(
            (sku, onHand) -> {
              int free = Math.max(0, onHand - systems.erp().openDemand(sku));
              Integer shown = systems.shop().shown().get(sku);
              expect(
                  shown != null && shown == free,
                  "the shop shows " + shown + " of " + sku + ", free are " + free);
            });
  }

  private void audit() {
    AuditReport report = laboratory.verify();
    expect(!report.tampered(), "audit: " + report.text());
    expect(report.of(Finding.Kind.UNSEALED).isEmpty(), "audit not sealed: " + report.text());
  }

  private void expect(boolean holds, String violation) {
    if (!holds) {
      world.violation(violation);
    }
  }
}
