package dev.kontor.proof.simulation;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The ERP as one process reaches it. */
final class ErpConnector extends SimulatedConnector {

  ErpConnector(Erp erp, Wire wire) {
    super(
        "simulated-erp",
        wire,
        erp.letsChange()
            ? Map.of(EntityType.ORDER, Set.of(Ability.UPDATE, Ability.DELETE))
            : Map.of());
    for (EntityType type : List.of(EntityType.ORDER, EntityType.CUSTOMER)) {
      Documents documents = new Documents(type, erp, wire);
      reads(type, documents);
      writes(type, documents);
    }
    reads(EntityType.STOCK, new Feed(wire, "stock", erp::stockChanges, erp::stock));
    reads(
        EntityType.PRODUCT,
        new Feed(wire, "articles", erp.catalogue()::changes, erp.catalogue()::fetch));
    reads(
        EntityType.ORDER_PROGRESS,
        new Feed(wire, "progress", erp.warehouse()::changes, erp.warehouse()::fetch));
  }

  private static final class Documents extends WiredReader implements Writer {
    private final EntityType type;
    private final Erp erp;
    private final Wire wire;

    Documents(EntityType type, Erp erp, Wire wire) {
      this.type = type;
      this.erp = erp;
      this.wire = wire;
    }

    @Override
    public List<Document> find(Identity identity) {
      return findAll(List.of(identity)).getFirst();
    }

    @Override
    public List<List<Document>> findAll(List<? extends Identity> identities) {
      return wire.read(
          "find " + type.key(), () -> identities.stream().map(i -> erp.find(type, i)).toList());
    }

    @Override
    public int maxBatch() {
      return 2;
    }

    @Override
    public Prepared prepare(JsonNode content, JsonNode model) {
      String sku = content.path("sku").asString("");
      return type == EntityType.CUSTOMER || erp.knows(sku)
          ? new Prepared.Ready(content, List.of())
          : new Prepared.Refused(
              new Fault.Missing(EntityType.PRODUCT, sku, "item " + sku + " does not exist"));
    }

    /** A change names the version it was made for, as an unanswered one may arrive late. */
    @Override
    public List<Prepared> prepareAll(List<Draft> drafts) {
      List<String> ids =
          drafts.stream().map(Draft::targetId).filter(Objects::nonNull).distinct().toList();
      Map<String, Integer> versions =
          ids.isEmpty()
              ? Map.of()
              : wire.read(
                  "versions of " + ids,
                  () -> ids.stream().collect(Collectors.toMap(id -> id, erp::version)));
      return drafts.stream()
          .map(draft -> prepare(expecting(draft, versions), draft.model()))
          .toList();
    }

    private static JsonNode expecting(Draft draft, Map<String, Integer> versions) {
      return draft.targetId() == null
          ? draft.content()
          : draft.content().deepCopy().asObject().put("expects", versions.get(draft.targetId()));
    }

    @Override
    public List<Outcome> write(List<Write> batch) {
      return wire.write(
          type.key(),
          batch,
          w -> w.action() == Write.Action.CREATE ? erp.create(type, w) : erp.change(w));
    }
  }
}
