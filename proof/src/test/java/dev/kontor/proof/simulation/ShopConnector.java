package dev.kontor.proof.simulation;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Notice;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Received;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The shop as one process reaches it. */
final class ShopConnector extends SimulatedConnector {

  private final Shop shop;

  ShopConnector(Shop shop, Wire wire) {
    super("simulated-shop", wire, Map.of());
    this.shop = shop;
    reads(EntityType.ORDER, new Feed(wire, "orders", shop::changes, shop::fetch));
    reads(
        EntityType.PRODUCT,
        new WiredReader() {
          @Override
          public List<Document> find(Identity identity) {
            return wire.read("article " + identity, () -> shop.article(identity));
          }
        });
    writes(EntityType.STOCK, new Sink(wire, "stock", shop::setStock));
    writes(EntityType.ORDER, new Sink(wire, "replies", shop::tell));
    writes(EntityType.PRODUCT, new Sink(wire, "articles", shop::setArticle));
    writes(EntityType.ORDER_PROGRESS, new Sink(wire, "progress", shop::tellProgress));
  }

  @Override
  public Optional<Inbox> inbox() {
    return Optional.of(this::receive);
  }

  /** The body is the order's id and the delivery's, and the version of what came whole. */
  private Received receive(RawRequest request) {
    String[] parts = new String(request.body(), StandardCharsets.UTF_8).split(" ", -1);
    Notice notice =
        new Notice(
            EntityType.ORDER,
            parts[0],
            "changed",
            parts[1],
            parts.length > 2 ? shop.document(parts[2]) : null);
    return new Received(Received.Reply.of(200), List.of(notice), null);
  }

  private record Sink(Wire wire, String what, Delivery.Target target) implements Writer {
    @Override
    public int maxBatch() {
      return 3;
    }

    @Override
    public Prepared prepare(JsonNode content, JsonNode model) {
      return new Prepared.Ready(content, List.of());
    }

    @Override
    public List<Outcome> write(List<Write> batch) {
      return wire.write(what, batch, target);
    }
  }
}
