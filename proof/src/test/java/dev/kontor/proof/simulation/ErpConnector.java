package dev.kontor.proof.simulation;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Page;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The ERP as one process reaches it. */
final class ErpConnector extends SimulatedConnector {

  ErpConnector(Erp erp, Wire wire) {
    super("simulated-erp", wire);
    for (EntityType type : List.of(EntityType.ORDER, EntityType.CUSTOMER)) {
      Documents documents = new Documents(type, erp, wire);
      reads(type, documents);
      writes(type, documents);
    }
    reads(
        EntityType.STOCK,
        new WiredReader() {
          @Override
          public Page changes(@Nullable Cursor from, int limit) {
            return wire.read("stock changes", () -> page(erp.stockChanges(), from, 3));
          }

          @Override
          public List<Document> fetch(List<String> ids) {
            return wire.read("stock of " + ids, () -> erp.stock(ids));
          }
        });
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
      return wire.read("find " + type.key(), () -> erp.find(type, identity));
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

    @Override
    public List<Outcome> write(List<Write> batch) {
      return wire.write(type.key(), batch, w -> erp.create(type, w));
    }
  }
}
